import * as z from "zod";
import { User } from "./accounts.ts";
import { Timestamp } from "./primitives.ts";

const Connection = z.strictObject({
  since: Timestamp,
  transport: z.enum(["websocket", "polling"]),
  /** What its session is called, where it has a name. */
  device: z.string().nullable(),
});

/** Somebody who is connected, by one device or several. */
export const ConnectedPerson = z.strictObject({ user: User, connections: z.array(Connection) }).meta({ id: "ConnectedPerson" });
export type ConnectedPerson = z.infer<typeof ConnectedPerson>;

/** Who is connected to this process: those who came last, first; the first two hundred people. */
export const ConnectedPeople = z.strictObject({
  /** The machine of the process that answers. */
  node: z.string(),
  people: z.int().min(0),
  connections: z.int().min(0),
  items: z.array(ConnectedPerson),
});
export type ConnectedPeople = z.infer<typeof ConnectedPeople>;
