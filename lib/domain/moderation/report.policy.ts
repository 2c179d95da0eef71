import type { Message } from "#lib/contract/messages.ts";
import type { NewReport } from "#lib/contract/reports.ts";
import { fail } from "../fail.ts";

type ReportFacts = {
  reporterId: string;
  input: NewReport;
  /** Whether the reporter is an active member of the conversation. */
  isMember: boolean;
  /** Everybody who is or was in it. */
  everIn: readonly string[];
  /** The message that is reported, as the reporter may see it. */
  message: Pick<Message, "senderId" | "kind"> | undefined;
};

const malformed = (path: string, message: string) => fail("validation_failed", { details: [{ path: [path], message }] });

/**
 * Of whom and of what one may report: of another person, in a conversation of one's own, a message that one sees and they wrote.
 * @throws {Failure} not_found, validation_failed
 */
export const mayReport = ({ reporterId, input, isMember, everIn, message }: ReportFacts): void => {
  if (!isMember) throw fail("not_found");
  if (input.userId === reporterId) throw malformed("userId", "must be somebody else");
  if (!everIn.includes(input.userId)) throw fail("not_found");
  if (input.messageId === undefined) return;
  if (!message) throw fail("not_found");
  if (message.senderId !== input.userId) throw malformed("userId", "did not write this message");
  if (message.kind === "system") throw malformed("messageId", "is a line of the server");
};
