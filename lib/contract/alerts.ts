import * as z from "zod";
import { alertLimits } from "./alert-rules.ts";
import { limits } from "./limits.ts";
import { Cursor, countCharacters, Id, line, pageLimit, Text, Timestamp } from "./primitives.ts";

export const AlertSeverity = z.enum(["info", "warning", "critical"]);
export type AlertSeverity = z.infer<typeof AlertSeverity>;

/** What everybody is told: that something does not work, or soon will not. */
export const Alert = z
  .strictObject({
    id: Id,
    severity: AlertSeverity,
    title: z.string(),
    body: z.string(),
    /** When it was published. */
    at: Timestamp,
  })
  .meta({ id: "Alert" });
export type Alert = z.infer<typeof Alert>;

export const Alerts = z.strictObject({ items: z.array(Alert) });
export type Alerts = z.infer<typeof Alerts>;

export const NewAlert = z.strictObject({
  severity: AlertSeverity,
  title: line(alertLimits.titleCharacters),
  body: Text.transform((text) => text.trim())
    .refine((text) => text !== "", "must not be empty")
    .refine((text) => countCharacters(text) <= alertLimits.bodyCharacters, "is too long"),
});
export type NewAlert = z.infer<typeof NewAlert>;

const Person = z.strictObject({ id: Id, name: z.string() });

/** An alert as admins see it: whose it is, and since when it is over. */
export const PublishedAlert = Alert.extend({
  publishedBy: Person,
  endedAt: Timestamp.nullable(),
  endedBy: Person.nullable(),
}).meta({ id: "PublishedAlert" });
export type PublishedAlert = z.infer<typeof PublishedAlert>;

export const AlertQuery = z.strictObject({ limit: pageLimit(30, limits.pageMax), cursor: Cursor.optional() });
export type AlertQuery = z.infer<typeof AlertQuery>;

export const AlertPage = z.strictObject({ items: z.array(PublishedAlert), nextCursor: z.string().nullable() });
export type AlertPage = z.infer<typeof AlertPage>;

export const AlertEnd = z.strictObject({ id: Id, at: Timestamp });
