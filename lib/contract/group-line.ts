import * as z from "zod";
import { Id } from "./primitives.ts";

/** A step in a group. `people`: whom it is about, but for who did it, who is the sender of the line; with their names at that time. */
export const GroupLine = z.strictObject({
  type: z.literal("group"),
  by: z.literal("server"),
  event: z.enum([
    "created",
    "renamed",
    "added",
    "removed",
    "left",
    "made_admin",
    "picture_set",
    "picture_removed",
    "history_opened",
    "history_closed",
  ]),
  people: z.array(z.strictObject({ userId: Id, name: z.string() })),
  /** What the group is called from then on; null in a step that does not name it. */
  title: z.string().nullable(),
});
export type GroupLine = z.infer<typeof GroupLine>;
