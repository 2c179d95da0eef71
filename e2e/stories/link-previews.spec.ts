import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { picture } from "../harness/pictures.ts";
import { startSite } from "../harness/site.ts";
import { conversation, PHONE, type Visitor } from "./visitor.ts";

/** What a link leads to shows below the message, and who sends it may leave that be. */

const card = ({ bubble }: Visitor, title: string) => bubble(title).getByRole("link", { name: title });

test("the page of a link shows below the message to both, opens as the link does, and is left alone on demand", async ({
  browser,
}) => {
  const site = await startSite();
  site.pictures("/room.jpg", await picture("jpeg", { width: 800, height: 1200, colour: "#7d5b2f" }));
  const head = `<meta property="og:title" content="A room by the river"><meta property="og:image" content="/room.jpg">
    <meta property="og:site_name" content="River Rooms"><meta name="description" content="Twelve square metres with a desk, ten minutes from the station.">`;
  const url = site.shows("/room", head);
  const { alice, bob, leave } = await conversation(browser, { viewport: PHONE });
  await bob.says("Do you know this one?");
  await alice.says("Which one?");
  // A link of somebody to whom nobody has answered yet is warned of instead.
  await expect(bob.bubble("Which one?")).toBeVisible();
  await bob.says(`Here: ${url}`);
  for (const visitor of [alice, bob]) {
    const shown = card(visitor, "A room by the river");
    await expect(shown).toBeVisible();
    await expect(shown).toHaveAttribute("href", url);
    await expect(shown).toHaveAttribute("rel", "noopener noreferrer nofollow");
    await expect(shown).toContainText("River Rooms · rooms.site.org");
    await expect.poll(() => shown.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
  const { violations } = await new AxeBuilder({ page: alice.page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);

  const settings = await bob.newTab();
  await settings.page.goto("/settings/privacy");
  const wanted = settings.page.getByRole("switch", { name: "Previews of links that I send" });
  await expect(wanted).toBeChecked();
  await wanted.click();
  await expect(settings.page.getByText("Saved.")).toBeVisible();
  const other = site.shows("/other", "<title>Another room</title>");
  await bob.says(`Or this: ${other}`);
  await alice.says(`You mean ${other} here?`);
  await expect(card(bob, "Another room")).toBeVisible();
  await expect(bob.bubble("Or this:").getByRole("link")).toHaveCount(1);
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
  await site.stop();
});
