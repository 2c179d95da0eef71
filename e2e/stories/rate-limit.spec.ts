import { expect, test } from "@playwright/test";
import { v7 } from "uuid";
import { createEmptyDatabase } from "../harness/database.ts";
import { startHouse } from "../harness/house.ts";
import { createVisitor } from "./visitor.ts";

/** A fifth of the limits: six messages a minute. */
const FACTOR = "0.2";
const ALLOWED = 6;

test("who writes too much sees when it goes on, and it goes on by itself with nothing lost", async ({ browser }) => {
  test.setTimeout(180_000);
  const databaseUrl = await createEmptyDatabase(process.env.POSTGRES_URL ?? "", "uninest_rate_limit");
  const server = await startHouse("rate-limit", { DATABASE_URL: databaseUrl, RATE_LIMIT_FACTOR: FACTOR });
  const alice = await createVisitor(browser, { baseURL: server.baseUrl });
  const register = async (name: string) => {
    const account = { email: `${name.toLowerCase()}.${v7()}@people.test`, password: `the password of ${name}` };
    const answer = await alice.page.request.post("/api/users", { data: { ...account, name, role: "student" } });
    return { ...account, id: (await answer.json()).id as string };
  };
  const [herself, bob] = [await register("Alice"), await register("Bob")];
  await alice.comesIn(herself);
  const opened = await alice.page.request.post("/api/conversations", {
    data: { userId: bob.id },
    headers: { origin: server.baseUrl },
  });
  const { id } = await opened.json();
  await alice.page.goto(`/inbox/${id}`);
  await alice.isLive();
  const texts = Array.from({ length: ALLOWED + 2 }, (_, index) => `In a hurry ${index + 1}.`);
  for (const text of texts) await alice.says(text);

  await alice.sees(`In a hurry ${ALLOWED}.`, "sent");
  const countdown = alice.page.getByText(/^Sending continues in 0:\d\d$/);
  await expect(countdown).toHaveCount(1);
  const secondsLeft = async () => Number(/0:(\d\d)/.exec(await countdown.innerText())?.[1]);
  const before = await secondsLeft();
  await expect.poll(secondsLeft).toBeLessThan(before);
  for (const text of texts.slice(ALLOWED)) await alice.sees(text, "pending");

  await alice
    .bubble(`In a hurry ${ALLOWED + 2}.`)
    .locator('[data-status="sent"]')
    .waitFor({ timeout: 75_000 });
  await expect(countdown).toHaveCount(0);
  const answer = await alice.page.request.get(`/api/conversations/${id}/messages`);
  const { messages } = await answer.json();
  expect(messages.map(({ content }: { content: string }) => content)).toEqual(texts);
  await alice.context.close();
  await server.stop();
});
