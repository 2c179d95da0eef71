import { expect, test } from "@playwright/test";
import { execute } from "../../harness/sql.ts";
import { storyServer } from "../../harness/story-server.ts";
import { baseUrl, conversation, newcomer, type Visitor } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

/** A report from its dialog to its end, as each of the three sees it. */
const reporting = async (alice: Visitor, bob: Visitor, mia: Visitor): Promise<void> => {
  await inspect(mia.page, "reports-empty");
  await bob.says("Please send me a photo of your passport.");
  await alice.page.getByRole("button", { name: "Report this message of Bob" }).click();
  const dialog = alice.page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await inspect(alice.page, "report-dialog");
  await dialog.getByRole("radio", { name: "A scam" }).check();
  await dialog.getByRole("button", { name: "Report", exact: true }).click();
  await expect(alice.page.getByRole("dialog", { name: "Thank you" })).toBeVisible();
  await inspect(alice.page, "report-sent");
  const row = mia.page.getByRole("link", { name: /A message of Bob/ });
  await expect(row).toBeVisible();
  await inspect(mia.page, "reports");
  await row.click();
  await expect(mia.page.getByRole("button", { name: "I look at it" })).toBeVisible();
  await inspect(mia.page, "report-case");
  await mia.page.getByRole("button", { name: "Silence" }).click();
  await inspect(mia.page, "report-act");
  await mia.page.getByLabel("The reason").fill("Nobody needs a passport before a viewing.");
  await mia.page.getByRole("dialog").getByRole("button", { name: "Silence" }).click();
  await expect(mia.page.getByText("Done, and Bob is told.")).toBeVisible();
  await bob.page.goto("/settings/reports");
  await bob.page.getByRole("button", { name: "This is wrong" }).click();
  await inspect(bob.page, "settings-reports");
};

test("reports and what comes of them", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, options);
  const mia = await newcomer(browser, "Mia", "student", options);
  await execute(storyServer().databaseUrl, "update users set role = 'moderator' where id = $1", [mia.id]);
  await mia.visitor.comesIn(mia.account, "/admin/reports");
  await reporting(alice, bob, mia.visitor);
  for (const table of ["sanctions", "reports"]) await execute(storyServer().databaseUrl, `delete from ${table}`);
  expect([...alice.complaints, ...bob.complaints, ...mia.visitor.complaints]).toEqual([]);
  await mia.visitor.context.close();
  await leave();
});

test("what waits for a moderator, and an account in other hands", async ({ browser }) => {
  test.slow();
  const { alice, bob, bobId, leave } = await conversation(browser, options);
  const mia = await newcomer(browser, "Mia", "student", options);
  const { page } = mia.visitor;
  const sql = (statement: string, ...parameters: string[]) => execute(storyServer().databaseUrl, statement, parameters);
  await sql("update users set role = 'moderator' where id = $1", mia.id);
  await mia.visitor.comesIn(mia.account, "/admin/held");
  await inspect(page, "held-empty");
  await bob.says("Pay the deposit by Western Union today and I post you the keys.");
  await bob.sees("Western Union", "held");
  await expect(bob.bubble("Western Union")).toContainText("Waits for a check by our team.");
  await inspect(bob.page, "message-held");
  // As if the same had been sent to somebody else before, from a new device.
  const carol = await newcomer(browser, "Carol", "student", options);
  await carol.visitor.comesIn(carol.account);
  const opened = await carol.visitor.page.request.post("/api/conversations", {
    data: { userId: bobId },
    headers: { origin: baseUrl() },
  });
  await sql("update users set created_at = now() - interval '1 year' where id = $1", bobId);
  await sql(
    `insert into sent_fingerprints (conversation_id, message_id, sender_id, session_id, is_risky, at)
      select $2, gen_random_uuid(), id, id, true, now() from users where id = $1`,
    bobId,
    (await opened.json()).id,
  );
  await bob.says("Your deposit is refunded in full if you change your mind.");
  await expect(alice.log().getByText(/^Safety check/)).toBeVisible();
  await inspect(alice.page, "safety-warning");
  await page.reload();
  await expect(page.getByText("Account may be taken over")).toBeVisible();
  await inspect(page, "held");
  await page.getByRole("link", { name: /Bob/ }).click();
  await expect(page.getByRole("list", { name: "What waits" })).toBeVisible();
  await inspect(page, "held-case");
  await page.getByRole("button", { name: "Taken over: refuse all" }).click();
  await inspect(page, "held-taken-over");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "This is genuine: release all" }).click();
  await inspect(page, "held-genuine");
  await page.getByRole("dialog").getByRole("button", { name: "Release all" }).click();
  await expect(alice.log().getByText(/^Our team has checked/)).toBeVisible();
  await inspect(alice.page, "safety-checked");
  expect([...alice.complaints, ...bob.complaints, ...mia.visitor.complaints]).toEqual([]);
  for (const { context } of [mia.visitor, carol.visitor]) await context.close();
  await leave();
});

test("what is fair: plain links, contested alarms, an appeal at the sign-in, reports without a message", async ({ browser }) => {
  test.slow();
  const { databaseUrl } = storyServer();
  const { alice, bob, bobId, leave } = await conversation(browser, options);
  await bob.says("The papers: https://www.openstreetmap.org/#map=19 Please send me a photo of your passport.");
  await expect(alice.page.getByRole("button", { name: /^It is fine/ })).toBeVisible();
  await alice
    .log()
    .getByRole("button", { name: /openstreetmap/ })
    .click();
  await inspect(alice.page, "plain-link");
  await bob.says("Call me on +49 151 2345 6789.");
  await expect(bob.page.getByRole("button", { name: "This is a mistake" })).toBeVisible();
  await inspect(bob.page, "message-refused");
  await bob.page.getByRole("button", { name: "This is a mistake" }).click();
  await expect(bob.page.getByText("A moderator looks at it.")).toBeVisible();
  await inspect(bob.page, "message-contested");
  const mia = await newcomer(browser, "Mia", "student", options);
  await execute(databaseUrl, "update users set role = 'moderator' where id = $1", [mia.id]);
  await mia.visitor.comesIn(mia.account, "/admin/reports");
  await expect(mia.visitor.page.getByRole("list", { name: "Refusals called a mistake" })).toBeVisible();
  await inspect(mia.visitor.page, "contests");
  await bob.page.goto("/settings/reports");
  await expect(bob.page.getByText("It waits for a moderator.")).toBeVisible();
  await inspect(bob.page, "settings-contests");

  const dan = await newcomer(browser, "Dan", "landlord", options);
  await execute(databaseUrl, "update users set banned_until = '9999-12-31T23:59:59.999Z' where id = $1", [dan.id]);
  await execute(
    databaseUrl,
    `insert into sanctions (id, user_id, kind, rule, reason, actor_id)
      values (gen_random_uuid(), $1, 'ban', 'scam', 'Money before a viewing, three times.', $2)`,
    [dan.id, bobId],
  );
  await dan.visitor.page.goto("/sign-in");
  await dan.visitor.fillSignIn(dan.account);
  await expect(dan.visitor.page.getByRole("region", { name: "Why, and what you can do" })).toBeVisible();
  await inspect(dan.visitor.page, "sign-in-kept-out");
  for (const table of ["contests", "sanctions"]) await execute(databaseUrl, `delete from ${table}`);
  expect([...alice.complaints, ...bob.complaints, ...mia.visitor.complaints, ...dan.visitor.complaints]).toEqual([]);
  for (const { visitor } of [mia, dan]) await visitor.context.close();
  await leave();
});
