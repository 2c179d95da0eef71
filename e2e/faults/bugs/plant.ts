import fs from "node:fs";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { mendedPostgres } from "#scripts/mended-postgres.mjs";

/** One change of one source file. `find` must stand in it exactly once, so that a change of the code cannot make it rot. */
export type Edit = { file: string; find: string; replace: string };

/** @throws {Error} when the text is not there exactly once */
export const applyEdit = (source: string, { file, find, replace }: Edit): string => {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times: ${find}`);
  return parts.join(replace);
};

const planting = (edits: Edit[]): Plugin => ({
  name: "plant",
  setup: ({ onLoad }) => {
    for (const file of new Set(edits.map((edit) => edit.file))) {
      onLoad({ filter: new RegExp(`${file.replace(/[.]/g, "\\.")}$`) }, async (args) => ({
        contents: edits.filter((edit) => edit.file === file).reduce(applyEdit, await fs.promises.readFile(args.path, "utf8")),
        loader: "ts",
      }));
    }
  },
});

/** Bundles the server with these changes, as the build does without. Resolves to the file; the sources stay as they are. */
export const bundleWith = async (name: string, edits: Edit[], banner = ""): Promise<string> => {
  const outfile = path.join(".test", "faults", "bundles", `${name}.mjs`);
  await build({
    entryPoints: ["server.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "silent",
    banner: { js: banner },
    plugins: [mendedPostgres, planting(edits)],
  });
  return outfile;
};
