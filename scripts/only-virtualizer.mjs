import { transform } from "esbuild";

const EXPORTS = /export \{[^}]*?(\w+) as Virtualizer\b[^}]*\};/;

/**
 * A loader of Turbopack for virtua: of its file, which holds a grid and more, only the list that we use goes to the browser. What
 * builds our pages leaves the grid in, 4 kB of it. Fails the build when the file is another one than it was.
 */
export default async (source) => {
  const [, name] = EXPORTS.exec(source) ?? [];
  if (name === undefined) throw new Error("virtua exports no Virtualizer in the way it did");
  const narrowed = source.replace(EXPORTS, `export { ${name} as Virtualizer };`);
  const { code } = await transform(narrowed, { format: "esm", treeShaking: true });
  return code;
};
