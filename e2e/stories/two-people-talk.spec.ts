import { expect, test } from "@playwright/test";
import { createVisitor, DESKTOP, landlord, PHONE } from "./visitor.ts";

for (const [size, viewport] of [
  ["a phone", PHONE],
  ["a desktop", DESKTOP],
] as const) {
  test(`a student asks and a landlord answers, on ${size}`, async ({ browser }) => {
    const alice = await createVisitor(browser, { viewport });
    const dana = await createVisitor(browser, { viewport });
    await dana.signsIn(landlord(1));
    await alice.registers(`Alice ${size}`, "a student");

    await alice.page.goto("/?city=Cambridge");
    await alice.page
      .getByRole("link", { name: /14 Mill Road/ })
      .first()
      .click();
    await alice.page
      .getByRole("button", { name: /^Ask about this room/ })
      .first()
      .click();
    await expect(alice.page).toHaveURL(/\/inbox\/.+/);
    await expect(alice.composer()).toHaveValue(/14 Mill Road still free\?$/);
    const question = await alice.composer().inputValue();
    await alice.composer().press("Enter");
    await expect(alice.bubble(question)).toBeVisible();
    await alice.sees(question, "delivered");

    const row = dana.row(`Alice ${size}`);
    await expect(row).toContainText(question);
    await expect(row.getByText("1 unread message")).toBeAttached();
    await expect(dana.page).toHaveTitle(/^\(\d+\)/);
    await row.click();
    await expect(dana.bubble(question)).toBeVisible();
    await alice.sees(question, "read");
    await expect(row.getByText("1 unread message")).toHaveCount(0);

    await dana.composer().pressSequentially("It is");
    await expect(alice.page.getByText("Dana Lowe is typing")).toBeVisible();
    await dana.composer().fill("It is. Would you like to see it?");
    await dana.composer().press("Enter");
    await expect(alice.bubble("It is. Would you like to see it?")).toBeVisible();
    await expect(alice.page.getByText("Dana Lowe is typing")).toHaveCount(0);
    await dana.sees("It is. Would you like to see it?", "read");

    await alice.page.reload();
    await expect(alice.bubble("It is. Would you like to see it?")).toBeVisible();
    await alice.sees(question, "read");
    expect([...alice.complaints, ...dana.complaints]).toEqual([]);
    await alice.context.close();
    await dana.context.close();
  });
}

test("on a phone there is one pane at a time, and back leads to the list", async ({ browser }) => {
  const sam = await createVisitor(browser, { viewport: PHONE });
  await sam.signsIn(landlord(2));
  const list = sam.page.getByRole("searchbox", { name: "Search conversations" });
  await expect(list).toBeVisible();
  await expect(sam.composer()).toHaveCount(0);
  await sam.page.locator('a[href^="/inbox/"]').first().click();
  await expect(sam.composer()).toBeVisible();
  await expect(list).toBeHidden();
  await sam.page.goBack();
  await expect(list).toBeVisible();
  await expect(sam.composer()).toHaveCount(0);
  await sam.context.close();
});
