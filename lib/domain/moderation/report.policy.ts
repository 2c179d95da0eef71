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
  /** The home that is named, if others may see it. */
  home: { landlordId: string } | undefined;
};

const malformed = (path: string, message: string) => fail("validation_failed", { details: [{ path: [path], message }] });

/**
 * Of whom and of what one may report: of another person, in a conversation of one's own, a message that one sees and they wrote;
 * or of who lets a home that everybody sees.
 * @throws {Failure} not_found, validation_failed
 */
export const mayReport = ({ reporterId, input, isMember, everIn, message, home }: ReportFacts): void => {
  if (!isMember && !home) throw fail("not_found");
  if (input.userId === reporterId) throw malformed("userId", "must be somebody else");
  if (home) {
    if (home.landlordId !== input.userId) throw fail("not_found");
    return;
  }
  if (!everIn.includes(input.userId)) throw fail("not_found");
  if (input.messageId === undefined) return;
  if (!message) throw fail("not_found");
  if (message.senderId !== input.userId) throw malformed("userId", "did not write this message");
  if (message.kind === "system") throw malformed("messageId", "is a line of the server");
};
