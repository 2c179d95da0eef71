import * as parser from "socket.io-parser";
import { limits } from "#lib/contract/limits.ts";

const OPENING = new Set(["[", "{"]);
const CLOSING = new Set(["]", "}"]);

/** True when brackets outside strings nest deeper than `max`. Linear, and done before anything recursive sees the text. */
export const nestsDeeperThan = (text: string, max: number): boolean => {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? "";
    if (inString) {
      if (sign === "\\") index += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (OPENING.has(sign)) depth += 1;
    else if (CLOSING.has(sign)) depth -= 1;
    if (depth > max) return true;
  }
  return false;
};

/**
 * Ten kilobytes of nested brackets overflow the stack of whoever walks them (reliability.md, fact 3). A throw in here
 * is caught by Socket.IO and costs the sender its connection, and nobody else anything.
 */
class GuardedDecoder extends parser.Decoder {
  constructor() {
    super({ maxAttachments: 0 });
  }

  override add(frame: unknown): void {
    if (typeof frame !== "string") throw new Error("binary frames are not part of the protocol");
    if (nestsDeeperThan(frame, limits.packetDepth)) throw new Error("nested too deeply");
    super.add(frame);
  }
}

export const guardedParser = { ...parser, Decoder: GuardedDecoder };
