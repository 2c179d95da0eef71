import { limits } from "#lib/contract/limits.ts";
import { fail } from "../fail.ts";

export type GroupMember = { userId: string; name: string; role: "admin" | "member"; joinedAt: Date };
/** A conversation that is locked, with its active members. */
export type Company = {
  id: string;
  kind: "direct" | "group" | "support";
  title: string | null;
  pictureId: string | null;
  openHistory: boolean;
  lastSeq: number;
  members: GroupMember[];
};

export const memberOf = ({ members }: Pick<Company, "members">, userId: string): GroupMember | undefined =>
  members.find((member) => member.userId === userId);

/** The group that somebody is in. @throws {Failure} not_participant, conflict for what is no group: a pair stays a pair */
export const groupFor = (company: Company | undefined, userId: string): Company => {
  if (!company || !memberOf(company, userId)) throw fail("not_participant");
  if (company.kind !== "group") throw fail("conflict", { message: "This is no group." });
  return company;
};

/** The group that somebody leads. @throws {Failure} not_participant, conflict, forbidden */
export const ledBy = (company: Company | undefined, userId: string): Company => {
  const group = groupFor(company, userId);
  if (memberOf(group, userId)?.role !== "admin") throw fail("forbidden", { message: "Only an admin of the group can do this." });
  return group;
};

type Bringing = {
  userIds: string[];
  /** Those among them with whom the actor shares a conversation. */
  known: ReadonlySet<string>;
  /** Those whom the actor blocks or who block the actor. */
  blocked: ReadonlySet<string>;
};

/**
 * One brings only people one is in touch with: nobody is drawn into a group by a stranger, and somebody one does not know looks
 * like nobody. @throws {Failure} not_found, blocked
 */
export const mayBring = ({ userIds, known, blocked }: Bringing): void => {
  if (userIds.some((userId) => !known.has(userId))) throw fail("not_found");
  if (userIds.some((userId) => blocked.has(userId)))
    throw fail("blocked", { message: "One of these people cannot be added at the moment." });
};

/** Those who are not in it yet, each once. @throws {Failure} conflict when there is no room for them */
export const newcomersTo = ({ members }: Pick<Company, "members">, userIds: string[]): string[] => {
  const newcomers = [...new Set(userIds)].filter((userId) => !memberOf({ members }, userId));
  if (members.length + newcomers.length > limits.groupMembers)
    throw fail("conflict", { message: `A group has at most ${limits.groupMembers} people.` });
  return newcomers;
};

/** Who is to lead a group that its only admin leaves: who has been in it longest. Nobody, if another one leads it or nobody is left. */
export const successorOf = (members: GroupMember[], leaverId: string): GroupMember | undefined => {
  const staying = members.filter(({ userId }) => userId !== leaverId);
  if (staying.some(({ role }) => role === "admin")) return undefined;
  return staying.sort(
    (one, other) => one.joinedAt.getTime() - other.joinedAt.getTime() || (one.userId < other.userId ? -1 : 1),
  )[0];
};
