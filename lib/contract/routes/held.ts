import * as z from "zod";
import { HeldCase, HeldList, HeldPlace, HeldQueue, HeldRefusal, TakeOver } from "../held.ts";
import { Id, MessageId } from "../primitives.ts";
import { ById, Nothing, type Route } from "./route.ts";

const codes = ["unauthenticated", "forbidden", "not_found"] as const;

/** What waits for a moderator: its writer's side of it, and the desk. Nobody decides about what was written to them. */
export const heldRoutes = {
  "GET /api/held": {
    summary:
      "One's own messages that wait for a moderator, and those that were refused, in the order in which they were written.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: HeldList,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "DELETE /api/conversations/{id}/held/{messageId}": {
    summary: "Take back a message that waits for a moderator, or see one that was refused no more. One's other devices are told.",
    access: "session",
    params: z.strictObject({ id: Id, messageId: MessageId }),
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "not_found", "conflict"],
    rate: "other",
  },
  "GET /api/admin/held": {
    summary: "Of whom messages wait, whoever waits the longest first. For moderators and admins.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: HeldQueue,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "GET /api/admin/held/{id}": {
    summary: "All of a person that waits, with its text. Who reads it is put down. For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: HeldCase,
    statuses: [200],
    codes,
    rate: "other",
  },
  "POST /api/admin/held/{id}/release": {
    summary: "Let one message of a person go out now, if it may still be sent. For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: HeldPlace,
    output: HeldCase,
    statuses: [200],
    codes: [...codes, "conflict"],
    rate: "other",
  },
  "POST /api/admin/held/{id}/refuse": {
    summary: "Send one message of a person back with the reason. For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: HeldRefusal,
    output: HeldCase,
    statuses: [200],
    codes: [...codes, "conflict"],
    rate: "other",
  },
  "POST /api/admin/held/{id}/genuine": {
    summary:
      "It is the person: all that waits goes out in its order, the sign-ins that it came from are trusted, and the warnings in the " +
      "conversations say that it was checked. For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: HeldCase,
    statuses: [200],
    codes: [...codes, "conflict"],
    rate: "other",
  },
  "POST /api/admin/held/{id}/taken-over": {
    summary:
      "It is somebody else: all that waits is refused, every session of the account ends, and the warnings in the conversations say so. " +
      "For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: TakeOver,
    output: HeldCase,
    statuses: [200],
    codes: [...codes, "conflict"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
