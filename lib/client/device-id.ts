import { v7 as uuidv7 } from "uuid";
import { readStored, writeStored } from "./storage.ts";

const KEY = "uninest:device";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The id of this browser for the handshake: made once, kept over reloads. */
export const deviceId = (): string => {
  const kept = readStored(KEY);
  if (kept && UUID.test(kept)) return kept;
  const made = uuidv7();
  writeStored(KEY, made);
  return made;
};
