import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/**
 * What stands in a file that only its owner reads, made at the first start. Of several processes that start at once one makes it, and
 * all get that: it has its name only once it is whole.
 */
export const keptFile = (file: string, make: () => string): string => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (fs.existsSync(file)) return fs.readFileSync(file, "utf8");
  const draft = `${file}.${randomUUID()}`;
  fs.writeFileSync(draft, make(), { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    // Another one was first.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    fs.rmSync(draft);
  }
  return fs.readFileSync(file, "utf8");
};
