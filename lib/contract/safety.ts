import * as z from "zod";
import { Id, Timestamp } from "./primitives.ts";

export const BlockRequest = z.strictObject({ userId: Id, conversationId: Id.optional() });
export type BlockRequest = z.infer<typeof BlockRequest>;

/** Whether it stands now, and since when. */
export const BlockState = z.strictObject({ blocked: z.boolean(), at: Timestamp });
export type BlockState = z.infer<typeof BlockState>;

export const BlockChange = z.strictObject({ userId: Id, conversationId: Id.optional(), at: Timestamp });
export type BlockChange = z.infer<typeof BlockChange>;

export const BlockList = z.strictObject({
  items: z.array(z.strictObject({ userId: Id, name: z.string(), avatarUrl: z.string().nullable(), at: Timestamp })),
});
export type BlockList = z.infer<typeof BlockList>;

export const MuteRequest = z.strictObject({ conversationId: Id, until: Timestamp.optional() });
export type MuteRequest = z.infer<typeof MuteRequest>;

/** `until` is null for what has no end, and where nothing is muted. */
export const MuteState = z.strictObject({ muted: z.boolean(), until: Timestamp.nullable() });
export type MuteState = z.infer<typeof MuteState>;

export const MuteChange = z.strictObject({ conversationId: Id, until: Timestamp.nullable() });
export type MuteChange = z.infer<typeof MuteChange>;

export const MuteList = z.strictObject({ items: z.array(MuteChange) });
export type MuteList = z.infer<typeof MuteList>;

/** What a person shares with others, and sees of others in return; and whether the server looks at pages that they link to. */
export const Preferences = z
  .strictObject({ readReceipts: z.boolean(), presence: z.boolean(), linkPreviews: z.boolean() })
  .meta({ id: "Preferences" });
export type Preferences = z.infer<typeof Preferences>;

export const PreferencesPatch = z
  .strictObject({ readReceipts: z.boolean().optional(), presence: z.boolean().optional(), linkPreviews: z.boolean().optional() })
  .refine((patch) => Object.keys(patch).length > 0, "must change something");
export type PreferencesPatch = z.infer<typeof PreferencesPatch>;
