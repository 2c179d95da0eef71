import * as z from "zod";
import { Contest, ContestDecision, ContestedRules, ContestList, NewContest, OwnContest, OwnContests } from "../contests.ts";
import { ConversationSummary } from "../conversations.ts";
import { MessageId } from "../primitives.ts";
import { ById, Nothing, type Route } from "./route.ts";

/** What people say of alarms of the scan that they hold for false. */
export const contestRoutes = {
  "POST /api/conversations/{id}/fine": {
    summary:
      "Call the notices below a message of somebody fine: they go away for oneself, on every device, and count as contested. For good.",
    access: "session",
    params: ById,
    query: Nothing,
    body: z.strictObject({ messageId: MessageId }),
    output: ConversationSummary,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "other",
  },
  "POST /api/contests": {
    summary:
      "Have a moderator look at a text of one's own that was refused. 200 with the one that there is for the same message. " +
      "conflict: it would not be refused now.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: NewContest,
    output: OwnContest,
    statuses: [201, 200],
    codes: ["unauthenticated", "not_found", "conflict"],
    rate: "report",
  },
  "GET /api/contests": {
    summary: "The refusals that one has contested, and what was found, newest first; the last hundred.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: OwnContests,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "GET /api/admin/contests": {
    summary: "The contested refusals that wait for a word, oldest first. For moderators and admins.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: ContestList,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "POST /api/admin/contests/{id}/decide": {
    summary: "Say whether the alarm was wrong or right. Never of a text of one's own. For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: ContestDecision,
    output: Contest,
    statuses: [200],
    codes: ["unauthenticated", "forbidden", "not_found", "conflict"],
    rate: "other",
  },
  "GET /api/admin/rules/contested": {
    summary: "How often each rule was said to be wrong, the most contested first. For admins.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: ContestedRules,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
