import { expect, test } from "@playwright/test";
import { execute } from "../harness/sql.ts";
import { storyServer } from "../harness/story-server.ts";
import { type Account, conversation, createVisitor, newcomer, PHONE, student } from "./visitor.ts";

const ADMIN: Account = { ...student(1), email: "admin@uninest.test" };
const PAPERS = "Please send me a photo of your passport.";

/** What waits for one story would wait in the next as well. */
test.afterEach(() =>
  execute(
    storyServer().databaseUrl,
    "delete from appeals; delete from removed_messages; delete from sanctions; delete from reports",
  ),
);

test("a message is reported below its warning, decided by a moderator, and both see what became of it", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  const mia = await newcomer(browser, "Mia", "student", { viewport: PHONE });
  await execute(storyServer().databaseUrl, "update users set role = 'moderator' where id = $1", [mia.id]);
  await mia.visitor.comesIn(mia.account, "/admin/reports");
  await expect(mia.visitor.page.getByText("Nothing waits", { exact: true })).toBeVisible();

  await bob.says(PAPERS);
  await alice.page.getByRole("button", { name: "Report this message of Bob" }).click();
  const dialog = alice.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Report", exact: true }).click();
  await expect(dialog.getByText("Say what it is.")).toBeVisible();
  await dialog.getByRole("radio", { name: "A scam" }).check();
  await dialog.getByRole("button", { name: "Report", exact: true }).click();
  await expect(alice.page.getByRole("dialog", { name: "Thank you" })).toBeVisible();
  await alice.page.getByRole("link", { name: "Your reports" }).click();
  await expect(alice.page.getByText("A message of Bob")).toBeVisible();

  const { page } = mia.visitor;
  await page.getByRole("link", { name: /A message of Bob/ }).click();
  await expect(page.getByRole("list", { name: "What was written" })).toContainText(PAPERS);
  await page.getByRole("button", { name: "I look at it" }).click();
  await expect(page.getByText("Mia looks at it")).toBeVisible();

  await page.getByRole("button", { name: "Remove the message" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the message" }).click();
  await expect(page.getByText("Say why.")).toBeVisible();
  await page.getByLabel("The reason").fill("Nobody needs a passport before a viewing.");
  await page.getByRole("dialog").getByRole("button", { name: "Remove the message" }).click();
  await expect(page.getByText("Done, and Bob is told.")).toBeVisible();
  await expect(bob.page.getByText(PAPERS)).toHaveCount(0);
  // The evidence is a copy.
  await expect(page.getByRole("list", { name: "What was written" })).toContainText(PAPERS);

  await page.getByRole("button", { name: "Close: acted on" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the report" }).click();
  await expect(page.getByText("The report is closed.")).toBeVisible();
  await alice.page.reload();
  await expect(alice.page.getByText("We acted on it")).toBeVisible();

  await bob.page.goto("/settings/reports");
  await expect(bob.page.getByText("Nobody needs a passport before a viewing.")).toBeVisible();
  await bob.page.getByRole("button", { name: "This is wrong" }).click();
  await bob.page.getByLabel("What is wrong about it").fill("The city asks me for it.");
  await bob.page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(bob.page.getByText("You said something against it.")).toBeVisible();
  await page.goto("/admin/reports");
  await expect(page.getByText("You did this: somebody else decides.")).toBeVisible();

  const ada = await createVisitor(browser);
  await ada.comesIn(ADMIN, "/admin/reports");
  await ada.page.getByRole("button", { name: "It was wrong" }).click();
  await ada.page.getByLabel("Your answer").fill("You are right.");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Decide" }).click();
  await expect(ada.page.getByRole("dialog")).toHaveCount(0);
  await expect(ada.page.getByRole("button", { name: "It was wrong" })).toHaveCount(0);
  await bob.page.reload();
  await expect(bob.page.getByText("You are right.")).toBeVisible();
  await alice.page.goBack();
  await expect(alice.bubble(PAPERS)).toBeVisible();

  expect([...alice.complaints, ...bob.complaints, ...mia.visitor.complaints, ...ada.complaints]).toEqual([]);
  for (const { context } of [mia.visitor, ada]) await context.close();
  await leave();
});

test("a person is reported from the menu; the queue is for nobody else", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  await alice.page.getByRole("button", { name: "More", exact: true }).click();
  await alice.page.getByRole("menuitem", { name: "Report Bob" }).click();
  const dialog = alice.page.getByRole("dialog", { name: "Report Bob?" });
  await dialog.getByRole("radio", { name: "Harassment or insults" }).check();
  await dialog.getByRole("button", { name: "Report", exact: true }).click();
  await expect(alice.page.getByRole("dialog", { name: "Thank you" })).toBeVisible();
  await bob.page.goto("/admin/reports");
  await expect(bob.page.getByText("This page is for moderators")).toBeVisible();
  await expect(bob.page.getByText("Alice")).toHaveCount(0);
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});
