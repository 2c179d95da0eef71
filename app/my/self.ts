import type { Visitor } from "#components/shell/types.ts";
import { member } from "../visitor.ts";

/** Who is signed in, as their own pages know them. Field by field: the session's id must not go to the browser. */
export const self = async (): Promise<Visitor> => {
  const { userId, name, role } = await member();
  return { userId, name, role };
};
