import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Notification, NotificationPage } from "#lib/contract/notifications.ts";
import type { Viewing } from "#lib/contract/viewings.ts";
import { createHome } from "../harness/homes.ts";
import { createPerson, disconnectAll, gather, type Person } from "../harness/person.ts";
import { execute } from "../harness/sql.ts";
import { asks, confirms, slot, steps } from "../harness/viewings.ts";

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");

let anna: Person;
let carol: Person;
let lena: Person;

beforeAll(async () => {
  ({ anna, carol } = await gather(baseUrl, "anna", "carol"));
  lena = await createPerson(baseUrl, "lena", "landlord");
});
afterAll(() => disconnectAll(anna, carol, lena));

const isOf =
  ({ id }: Viewing, event?: string) =>
  ({ about }: Notification): boolean =>
    about.type === "viewing_event" && about.viewingId === id && (event === undefined || about.event === event);
const page = async (person: Person): Promise<NotificationPage> =>
  (await person.http<NotificationPage>("/api/notifications?limit=100")).body;
/** What somebody was told of a viewing, the oldest first: by what stands there, and what came live. */
const told = async (person: Person, viewing: Viewing): Promise<string[]> => {
  const { items } = await page(person);
  const written = items.filter(isOf(viewing)).reverse();
  for (const { id } of written) await person.device.hears("notification:new", (one) => one.id === id);
  expect(person.device.heard("notification:new", isOf(viewing))).toEqual(written);
  return written.map(({ about }) => (about.type === "viewing_reminder" ? "reminded" : `${about.by} ${about.event}`));
};

const requested = async (): Promise<Viewing> => {
  const { roomId } = await createHome(databaseUrl, lena.id);
  return (await asks(anna, { roomId, slots: [slot(24), slot(48)] })).body;
};

test("each step of a viewing is told to the other one, once, live and afterwards, and to nobody else", async () => {
  const mark = carol.device.mark();
  const asked = await requested();
  const { id } = asked;
  const news = await lena.device.hears("notification:new", isOf(asked));
  expect(news).toEqual({
    id: expect.any(String),
    actor: { id: anna.id, name: "anna" },
    conversationId: asked.conversationId,
    listing: { id: asked.listing.id, title: asked.listing.title },
    about: {
      type: "viewing_event",
      viewingId: id,
      event: "ask",
      by: "student",
      slots: asked.offer?.slots,
      timeZone: "Europe/Berlin",
      reason: null,
      note: null,
    },
    createdAt: asked.createdAt,
    readAt: null,
  });
  const countered = await steps(lena, "propose", id, { slots: [slot(30)] });
  await confirms(anna, countered.body);
  await steps(lena, "move", id, { slots: [slot(60)] });
  await steps(anna, "keep", id);
  const moving = await steps(anna, "move", id, { slots: [slot(70)] });
  const moved = await confirms(lena, moving.body);
  // Saying a step again tells nobody again; nor does one that is refused.
  expect((await confirms(lena, moving.body)).body).toEqual(moved.body);
  expect((await steps(anna, "confirm", id, { startsAt: slot(99).startsAt })).status).toBe(409);
  await steps(lena, "cancel", id, { reason: "no_longer_free" });
  expect(await told(lena, asked)).toEqual(["student ask", "student confirm", "student keep", "student move"]);
  expect(await told(anna, asked)).toEqual(["landlord propose", "landlord move", "landlord confirm", "landlord cancel"]);
  expect(await carol.device.newsSince(mark)).toEqual([]);
  expect((await page(carol)).items).toEqual([]);
});

test("what time itself ends is told to both, but for a viewing that is over", async () => {
  const [open, over] = [await requested(), await requested()];
  await confirms(lena, over);
  for (const { id } of [open, over]) {
    await execute(databaseUrl, "update viewing_slots set starts_at = starts_at - interval '9 days' where viewing_id = $1", [id]);
    const back = "starts_at = starts_at - interval '9 days', deadline_at = deadline_at - interval '9 days'";
    await execute(databaseUrl, `update viewings set ${back} where id = $1`, [id]);
  }
  for (const { device } of [anna, lena]) {
    await device.hears("notification:new", isOf(open, "expire"));
    await device.hears("viewing:updated", ({ id, status }) => id === over.id && status === "done");
  }
  expect(await told(lena, open)).toEqual(["student ask", "server expire"]);
  expect(await told(anna, open)).toEqual(["server expire"]);
  expect(await told(lena, over)).toEqual(["student ask"]);
  expect(await told(anna, over)).toEqual(["landlord confirm"]);
});
