import { expect, test } from "@playwright/test";
import { execute } from "../harness/sql.ts";
import { storyServer } from "../harness/story-server.ts";
import { household } from "./rooms.ts";
import { conversation, newcomer, PHONE } from "./visitor.ts";

const PAPERS = "Please send me a photo of your passport.";
/** Refused at once; what is worse waits for a moderator instead. */
const FRAUD = "Call me on +49 151 2345 6789.";
const WHY = "Links from people you have not answered yet are not active.";

test.afterEach(() => execute(storyServer().databaseUrl, "delete from contests; delete from reports"));

test("one tap takes a warning away for its reader, in every tab and after a reload", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  const other = await alice.newTab();
  await other.page.goto(alice.page.url());
  await bob.says(PAPERS);
  for (const { page } of [alice, other]) await expect(page.getByText(/^It asks for papers/)).toBeVisible();
  await alice.page.getByRole("button", { name: /^It is fine/ }).click();
  for (const { page } of [alice, other]) await expect(page.getByText(/^It asks for papers/)).toHaveCount(0);
  await alice.page.reload();
  await alice.isLive();
  await expect(alice.bubble(PAPERS)).toBeVisible();
  await expect(alice.page.getByText(/^It asks for papers/)).toHaveCount(0);
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("who is refused by mistake asks a moderator, and reads the answer", async ({ browser }) => {
  const { bob, leave } = await conversation(browser);
  const mia = await newcomer(browser, "Mia", "student", { viewport: PHONE });
  await execute(storyServer().databaseUrl, "update users set role = 'moderator' where id = $1", [mia.id]);
  await bob.says(FRAUD);
  await bob.page.getByRole("button", { name: "This is a mistake" }).click();
  await expect(bob.page.getByText("A moderator looks at it.")).toBeVisible();

  const { page } = mia.visitor;
  await mia.visitor.comesIn(mia.account, "/admin/reports");
  await expect(page.getByRole("list", { name: "Refusals called a mistake" })).toContainText(FRAUD);
  await page.getByRole("button", { name: "The alarm was right" }).click();
  await expect(page.getByRole("list", { name: "Refusals called a mistake" })).toHaveCount(0);

  await bob.page.getByRole("link", { name: "Their answer" }).click();
  await expect(bob.page.getByText("We looked at it: the refusal stands.")).toBeVisible();
  expect([...bob.complaints, ...mia.visitor.complaints]).toEqual([]);
  await mia.visitor.context.close();
  await leave();
});

test("links of somebody whom alice has not answered lead nowhere and say why, until she answers", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  await alice.says("Is it still free?");
  await bob.says("It is: https://www.openstreetmap.org/#map=19/48.2/16.3");
  const link = alice.log().getByRole("link", { name: /openstreetmap/ });
  const plain = alice.page.getByRole("button", { name: /openstreetmap/ });
  await expect(plain).toBeVisible();
  await expect(link).toHaveCount(0);
  // It says so to who only listens as well.
  await expect(plain).toHaveAccessibleDescription(WHY);
  await plain.click();
  await expect(alice.page.getByText(WHY).last()).toBeVisible();
  await alice.page.keyboard.press("Escape");
  // One's own are links at once.
  await expect(bob.log().getByRole("link", { name: /openstreetmap/ })).toBeVisible();

  await alice.page.reload();
  await alice.isLive();
  await expect(plain).toBeVisible();
  await alice.says("Thank you, I see.");
  await expect(link).toBeVisible();
  await expect(plain).toHaveCount(0);
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("who lets a home is reported from its page, and one of a group from its menu", async ({ browser }) => {
  const { lena, maya, listingId, complaints, leave } = await household(browser, ["maya"]);
  await maya.page.goto(`/listings/${listingId}`);
  await maya.page.getByRole("button", { name: "Report Lena" }).first().click();
  const dialog = maya.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "A scam" }).check();
  await dialog.getByRole("button", { name: "Report", exact: true }).click();
  await expect(maya.page.getByRole("dialog", { name: "Thank you" })).toBeVisible();

  const { databaseUrl } = storyServer();
  const [group] = await execute(
    databaseUrl,
    "insert into conversations (id, kind, title) values (gen_random_uuid(), 'group', 'Our house') returning id",
  );
  await execute(
    databaseUrl,
    `insert into participants (conversation_id, user_id) select $1::uuid, id from users where name in ('Lena', 'maya')
      and created_at > now() - interval '5 minutes'`,
    [group?.id],
  );
  await maya.page.goto(`/inbox/${group?.id}`);
  await maya.isLive();
  await maya.page.getByRole("button", { name: "More" }).click();
  await maya.page.getByRole("menuitem", { name: "Report somebody" }).click();
  const whom = maya.page.getByRole("dialog", { name: "Whom do you want to report?" });
  await expect(whom.getByRole("button", { name: "maya" })).toHaveCount(0);
  await whom.getByRole("button", { name: "Lena" }).first().click();
  await expect(maya.page.getByRole("dialog", { name: "Report Lena?" })).toBeVisible();
  await expect(lena.page.getByText("Report")).toHaveCount(0);
  expect(complaints()).toEqual([]);
  await leave();
});

test("who is kept out reads why at the sign-in, and says something against it", async ({ browser }) => {
  const bob = await newcomer(browser, "Bob", "landlord");
  const mia = await newcomer(browser, "Mia", "student");
  const { databaseUrl } = storyServer();
  await execute(databaseUrl, "update users set banned_until = '9999-12-31T23:59:59.999Z' where id = $1", [bob.id]);
  await execute(
    databaseUrl,
    `insert into sanctions (id, user_id, kind, rule, reason, actor_id)
      values (gen_random_uuid(), $1, 'ban', 'scam', 'Money before a viewing.', $2)`,
    [bob.id, mia.id],
  );
  const { page } = bob.visitor;
  await page.goto("/sign-in");
  await bob.visitor.fillSignIn(bob.account);
  const why = page.getByRole("region", { name: "Why, and what you can do" });
  await expect(why).toContainText("Money before a viewing.");
  await why.getByLabel("What is wrong about it").fill("That was my brother.");
  await why.getByRole("button", { name: "Send", exact: true }).click();
  await expect(why).toContainText("It waits for a decision.");
  // Trying again shows how it stands.
  await page.reload();
  await bob.visitor.fillSignIn(bob.account);
  await expect(why).toContainText("That was my brother.");
  expect(bob.visitor.complaints).toEqual([]);
  await execute(databaseUrl, "delete from appeals; delete from sanctions");
  for (const { visitor } of [bob, mia]) await visitor.context.close();
});
