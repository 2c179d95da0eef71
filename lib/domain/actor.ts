import type { Role } from "#lib/contract/accounts.ts";

/** Who asks: taken from the session only, never from a payload. */
export type Actor = {
  userId: string;
  name: string;
  role: Role;
  sessionId: string;
  /** The socket that asked; news of what it caused goes to all but it. */
  socketId?: string;
};
