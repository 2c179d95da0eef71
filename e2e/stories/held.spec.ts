import { type Browser, expect, test } from "@playwright/test";
import { execute } from "../harness/sql.ts";
import { storyServer } from "../harness/story-server.ts";
import { baseUrl, conversation, createVisitor, newcomer, PHONE } from "./visitor.ts";

const FRAUD = "The flat is yours: pay the deposit by Western Union today and I post you the keys.";
const MONEY = "Your deposit is refunded in full if you change your mind.";

const sql = (statement: string, ...parameters: string[]) => execute(storyServer().databaseUrl, statement, parameters);

/** What waits for one story would wait in the next as well. */
test.afterEach(() => sql("delete from held_messages"));

const moderator = async (browser: Browser) => {
  const mia = await newcomer(browser, "Mia", "student");
  await sql("update users set role = 'moderator' where id = $1", mia.id);
  await mia.visitor.comesIn(mia.account, "/admin/held");
  await expect(mia.visitor.page.getByText("Nothing waits", { exact: true })).toBeVisible();
  return mia.visitor;
};

test("a message waits, shows so at its writer's, and is delivered once and in order when a moderator lets it go", async ({
  browser,
}) => {
  const { alice, bob, leave } = await conversation(browser, { viewport: PHONE });
  const mia = await moderator(browser);
  const { page } = mia;

  await bob.says(FRAUD);
  await bob.sees(FRAUD, "held");
  await expect(bob.bubble(FRAUD)).toContainText("Waits for a check by our team.");
  await bob.says("Can you come on Saturday?");
  await bob.sees("Can you come on Saturday?", "read");
  await expect(alice.bubble("Can you come on Saturday?")).toBeVisible();
  await expect(alice.page.getByText(FRAUD)).toHaveCount(0);
  // It survives a reload, and stands in his other tab.
  await bob.page.reload();
  await bob.isLive();
  await bob.sees(FRAUD, "held");

  await page.getByRole("link", { name: /Bob/ }).click();
  await expect(page.getByRole("list", { name: "What waits" })).toContainText(FRAUD);
  await page.getByRole("button", { name: "Release", exact: true }).click();
  await expect(page.getByText("Done: what could be sent went out.")).toBeVisible();

  await expect(alice.bubble(FRAUD)).toHaveCount(1);
  await bob.sees(FRAUD, "read");
  for (const { log } of [alice, bob])
    await expect(log().locator("[data-seq]")).toContainText(["Can you come on Saturday?", FRAUD]);
  await expect(bob.page.getByText("Waits for a check by our team.")).toHaveCount(0);
  await alice.page.reload();
  await expect(alice.bubble(FRAUD)).toHaveCount(1);

  expect([...alice.complaints, ...bob.complaints, ...mia.complaints]).toEqual([]);
  await mia.context.close();
  await leave();
});

test("a refusal says why, and what waits can be taken back, on every device of its writer", async ({ browser }) => {
  const { alice, bob, id, leave } = await conversation(browser);
  const mia = await moderator(browser);
  const { page } = mia;
  // Another device: it shares the session, and nothing of what this browser keeps.
  const other = await createVisitor(browser, { viewport: PHONE, storageState: await bob.context.storageState() });
  await other.page.goto(`/inbox/${id}`);
  await other.isLive();
  await bob.says(FRAUD);
  await expect(other.bubble(FRAUD)).toContainText("Waits for a check by our team.");
  await other.page.reload();
  await expect(other.bubble(FRAUD)).toContainText("Waits for a check by our team.");

  await page.getByRole("link", { name: /Bob/ }).click();
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  await page.getByLabel("The reason").fill("Rent is paid through UniNest only.");
  await page.getByRole("dialog").getByRole("button", { name: "Refuse", exact: true }).click();
  for (const tab of [bob, other]) {
    await expect(tab.bubble(FRAUD)).toContainText("Rent is paid through UniNest only.");
    await tab.sees(FRAUD, "failed");
  }
  await bob.bubble(FRAUD).getByRole("button", { name: "Edit" }).click();
  await expect(bob.composer()).toHaveValue(FRAUD);
  await expect(other.page.getByText("Rent is paid through UniNest only.")).toHaveCount(0);

  await bob.says(FRAUD);
  await bob.sees(FRAUD, "held");
  await bob.bubble(FRAUD).getByRole("button", { name: "Discard" }).click();
  await expect(bob.bubble(FRAUD)).toHaveCount(0);
  await expect(other.bubble(FRAUD)).toHaveCount(0);
  await page.goto("/admin/held");
  await expect(page.getByText("Nothing waits", { exact: true })).toBeVisible();
  await expect(alice.page.getByText(FRAUD)).toHaveCount(0);

  expect([...alice.complaints, ...bob.complaints, ...mia.complaints, ...other.complaints]).toEqual([]);
  for (const { context } of [mia, other]) await context.close();
  await leave();
});

test("an account in other hands: the people are warned, and one step restores it", async ({ browser }) => {
  const { alice, bob, bobId, leave } = await conversation(browser);
  const carol = await newcomer(browser, "Carol", "student", { viewport: PHONE });
  await sql("update users set created_at = now() - interval '1 year' where id = $1", bobId);
  await carol.visitor.comesIn(carol.account);
  const opened = await carol.visitor.page.request.post("/api/conversations", {
    data: { userId: bobId },
    headers: { origin: baseUrl() },
  });
  const { id } = await opened.json();
  await carol.visitor.page.goto(`/inbox/${id}`);
  const mia = await moderator(browser);

  await bob.says(MONEY);
  await bob.sees(MONEY, "read");
  await bob.page.goto(`/inbox/${id}`);
  await bob.says(MONEY);
  await bob.sees(MONEY, "held");
  const warning = "Safety check: somebody else may be writing from this account.";
  for (const { log } of [alice, carol.visitor]) await expect(log().getByText(warning)).toBeVisible();
  await expect(alice.bubble(MONEY)).toContainText("Somebody else may be writing from this account");
  await expect(carol.visitor.bubble(MONEY)).toHaveCount(0);

  const { page } = mia;
  await page.getByRole("link", { name: /Bob.*Account may be taken over/ }).click();
  await page.getByRole("button", { name: "This is genuine: release all" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Release all" }).click();
  await expect(page.getByText("Released. The warnings say that it was checked.")).toBeVisible();

  await expect(carol.visitor.bubble(MONEY)).toHaveCount(1);
  for (const { log } of [alice, carol.visitor]) {
    await expect(log().getByText("Our team has checked this account: it is the person you know.")).toBeVisible();
    await expect(log().getByText(/somebody else may be writing/i)).toHaveCount(0);
  }
  await bob.sees(MONEY, "read");

  expect([...alice.complaints, ...bob.complaints, ...carol.visitor.complaints, ...mia.complaints]).toEqual([]);
  for (const { context } of [mia, carol.visitor]) await context.close();
  await leave();
});
