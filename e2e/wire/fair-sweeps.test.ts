import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate } from "#lib/db/migrate.ts";
import { type BareServices, openBareServices } from "#lib/server/testing/bare-services.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { execute } from "../harness/sql.ts";

/** More than one look goes through, all but a few of which always fail. */
const CURSED = 130;
const SOUND = 20;
/** As many looks of a hundred as come to all of them. */
const LOOKS = 2;

let url: string;
let node: BareServices;
const [anna, lena, home, talk] = [v7(), v7(), v7(), v7()];

beforeAll(async () => {
  url = await createEmptyDatabase(inject("postgresUrl"), "uninest_fair_sweeps");
  await migrate({ url, folder: "drizzle" });
  for (const [id, role] of [
    [anna, "student"],
    [lena, "landlord"],
  ] as const)
    await execute(
      url,
      "insert into users (id, email, name, role, password_hash) values ($1::text::uuid, $1::text, $2, $2, '-')",
      [id, role],
    );
  await execute(
    url,
    `insert into listings (id, landlord_id, title, city, street, tagline, description, amenities, photo_urls, published_at)
      values ($1, $2, 'House', 'Testville', 'Bank 1', '', '', '{}', '{}', now())`,
    [home, lena],
  );
  await execute(url, "insert into conversations (id, kind, listing_id) values ($1, 'direct', $2)", [talk, home]);
  await execute(url, "insert into participants (conversation_id, user_id) values ($1, $2), ($1, $3)", [talk, anna, lena]);
  node = openBareServices(url);
});
afterAll(() => node.close());

/** What is cursed breaks the transaction that changes it, each time. */
const curse = (table: string) =>
  execute(
    url,
    `create function break_${table}() returns trigger language plpgsql as
      $$ begin if old.note = 'cursed' then raise 'cursed'; end if; return new; end $$;
    create trigger break_${table} before update on ${table} for each row execute function break_${table}();`,
  );

const left = async (table: string): Promise<Record<string, number>> => {
  const rows = await execute(
    url,
    `select note, count(*)::int as count from ${table} where deadline_at <= clock_timestamp() group by note`,
  );
  return Object.fromEntries(rows.map(({ note, count }) => [note, count]));
};

test("rooms that always fail keep nobody else's overdue booking waiting", async () => {
  await execute(
    url,
    `with made as (insert into rooms (id, listing_id, position, name, rent_cents, deposit_cents, square_metres, available_from)
      select gen_random_uuid(), $1, n, 'Room ' || n, 50000, 100000, 14, current_date from generate_series(1, ${CURSED + SOUND}) n
      returning id, position)
    insert into bookings (id, room_id, student_id, landlord_id, conversation_id, card_message_id, from_date, to_date, status,
      rent_cents, deposit_cents, stay_cents, first_payment_cents, cancellation_policy, deadline_at, note)
    select gen_random_uuid(), id, $2, $3, $4, gen_random_uuid(), current_date + 2, current_date + 30, 'requested', 1, 1, 1, 1, '',
      clock_timestamp() - interval '1 hour', case when position <= ${CURSED} then 'cursed' else 'sound' end from made`,
    [home, anna, lena, talk],
  );
  await curse("bookings");
  for (let look = 0; look < LOOKS; look += 1) await node.services.bookings.expireDue();
  expect(await left("bookings")).toEqual({ cursed: CURSED });
});

test("nor do viewings that always fail", async () => {
  await execute(
    url,
    `insert into viewings (id, listing_id, student_id, landlord_id, conversation_id, card_message_id, kind, status, starts_at,
      minutes, deadline_at, note)
    select gen_random_uuid(), $1, $2, $3, $4, gen_random_uuid(), 'video', 'confirmed', clock_timestamp() - interval '2 hours', 30,
      clock_timestamp() - interval '1 hour', case when n <= ${CURSED} then 'cursed' else 'sound' end
      from generate_series(1, ${CURSED + SOUND}) n`,
    [home, anna, lena, talk],
  );
  await curse("viewings");
  for (let look = 0; look < LOOKS; look += 1) await node.services.viewings.expireDue();
  expect(await left("viewings")).toEqual({ cursed: CURSED });
});
