import { expect, test } from "@playwright/test";
import { createEmptyDatabase } from "../harness/database.ts";
import { startHouse } from "../harness/house.ts";
import { scrape } from "../harness/metrics.ts";
import { NODE_HEADER } from "../harness/nginx.ts";
import { movesTo, storyServer } from "../harness/story-server.ts";
import { company } from "./company.ts";
import { conversation, type Visitor } from "./visitor.ts";

/** Where a visitor's requests end up, as nginx calls it. */
const nodeOf = async ({ page }: Visitor): Promise<string> => (await page.request.get("/api/health")).headers()[NODE_HEADER] ?? "";

const connections = () =>
  Promise.all(storyServer().nodes.map(async (node) => (await scrape(node)).get("uninest_connections") ?? 0));

test("people of a story are at nodes of their own, with what they ask and with what they hear", async ({ browser }) => {
  const before = await connections();
  const { alice, bob, carol, leave } = await company(browser);
  const after = await connections();
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 1]);
  expect(new Set(await Promise.all([alice, bob, carol].map(nodeOf))).size).toBe(3);
  await leave();
});

test("alice's node dies while she writes: she goes on at another one, and all of it arrives once and in order", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const databaseUrl = await createEmptyDatabase(process.env.POSTGRES_URL ?? "", "uninest_killed_node");
  const house = await startHouse("killed", { DATABASE_URL: databaseUrl, RATE_LIMIT_FACTOR: "100" });
  movesTo({ ...house, databaseUrl });
  try {
    const { alice, bob, leave } = await conversation(browser);
    await alice.says("Is the room still free?");
    await bob.says("It is.");
    await expect(alice.bubble("It is.")).toBeVisible();
    const place = await nodeOf(alice);
    expect(await nodeOf(bob)).not.toBe(place);
    house.servers.find(({ baseUrl }) => new URL(baseUrl).port === place.split(":")[1])?.process.kill("SIGKILL");
    await alice.says("When can I see it?");
    await bob.says("Saturday would be fine.");

    await alice.sees("When can I see it?", "read");
    await alice.isLive();
    expect(await nodeOf(alice)).not.toBe(place);
    for (const one of [alice, bob])
      await expect
        .poll(() => one.log().locator("[data-seq]").allTextContents())
        .toEqual([/free/, /It is/, /When|Saturday/, /When|Saturday/].map((words) => expect.stringMatching(words)));
    await alice.page.reload();
    await alice.isLive();
    await expect(alice.bubble("Saturday would be fine.")).toHaveCount(1);
    await bob.composer().pressSequentially("See");
    await expect(alice.page.getByText("Bob is typing")).toBeVisible();
    expect([...alice.complaints, ...bob.complaints]).toEqual([]);
    await leave();
  } finally {
    movesTo(undefined);
    await house.stop();
  }
});
