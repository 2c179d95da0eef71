/** Characters as a person counts them and the server limits them: code points, so that an emoji does not count twice. */
export const countCodePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};
