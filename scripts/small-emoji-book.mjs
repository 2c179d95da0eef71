// By another name, since nothing else here needs the `v`.
const ONE_EMOJI = /^\p{RGI_Emoji}$/v;
const ASKS_FOR_COLOUR = /\u{fe0f}$/u;
/** Newer ones are a box on phones of some years. */
const NEWEST = 15;
/** Skins and hair by themselves. */
const PARTS = 2;
const MOST_BYTES = 200_000;

/** As Unicode recommends it, which is how the server takes it; the book asks for the colour where nobody needs to. */
const recommended = (emoji) => [emoji, emoji.replace(ASKS_FOR_COLOUR, "")].find((form) => ONE_EMOJI.test(form));

const entryOf = ({ emoji, label, tags = [], group, skins = [] }) => [
  recommended(emoji),
  label,
  tags.join(" "),
  group,
  ...skins.filter(({ tone }) => typeof tone === "number").map((skin) => recommended(skin.emoji)),
];

/**
 * A loader of Turbopack for emojibase-data: of what is known of each emoji (800 kB), only what the picker shows and looks through
 * goes to the browser, as `EmojiEntry` of lib/client/emoji-book.ts. Fails the build when the book is another one than it was.
 */
export default (source) => {
  const entries = JSON.parse(source)
    .filter(({ group, version }) => group !== undefined && group !== PARTS && version <= NEWEST)
    .map(entryOf);
  const book = JSON.stringify(entries);
  if (entries.length < 1_500 || entries.some(([emoji]) => !emoji) || book.length > MOST_BYTES)
    throw new Error("emojibase-data is not made in the way it was");
  return `export default JSON.parse(${JSON.stringify(book)});`;
};
