import type { Person } from "./person.ts";

/** What an access token says of its person, and of the session that it is for. */
export type Claims = { sub: string; sid: string };

export const claimsOf = ({ tokens }: Pick<Person, "tokens">): Claims =>
  JSON.parse(Buffer.from(tokens.accessToken.split(".")[1] ?? "", "base64url").toString());
