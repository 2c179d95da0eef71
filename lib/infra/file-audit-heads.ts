import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import type { AuditHeads } from "#lib/domain/ports.ts";
import { createHeadSigner } from "./signed-head.ts";

/** Heads in a file of this machine, `audit-heads` in the data's: a line each, and never one less. */
export const createFileAuditHeads = (dataDir: string, key: string): AuditHeads => {
  const file = path.resolve(dataDir, "audit-heads");
  const signer = createHeadSigner(key);
  return {
    append: async (head) => {
      await fs.promises.mkdir(path.dirname(file), { recursive: true });
      // On the disk before it is said to be: whoever cuts the power cuts no head off.
      await fs.promises.writeFile(file, `${signer.toLine(head)}\n`, { flag: "a", mode: 0o600, flush: true });
    },
    all: async function* () {
      if (!fs.existsSync(file)) return;
      let line = 0;
      for await (const text of readline.createInterface({ input: fs.createReadStream(file) })) {
        line += 1;
        yield { line, head: signer.fromLine(text) };
      }
    },
  };
};
