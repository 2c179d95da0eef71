/** Harmless words: who measures how fast messages are stored must not measure how those are that are held back. */
const WORDS =
  `the kitchen window opens to the garden and the table by the door has room for four in the morning we had soup with bread
  after class my sister plays the violin while rain falls on the roof of the library near the station where blue trains stop and people
  read long novels about sailors who cross green hills in summer before autumn brings yellow leaves to every quiet street in town`.split(
    /\s+/,
  );
const BYTES = 120;

/** Some 120 bytes that nobody has said before. */
export const drawText = (): string => {
  let text = "";
  while (text.length < BYTES - 6) text += `${WORDS[Math.floor(Math.random() * WORDS.length)]} `;
  return text.trim();
};
