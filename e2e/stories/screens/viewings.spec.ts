import { expect, test } from "@playwright/test";
import { createVisitor, landlord, student, type Visitor } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

const arrangingViewings = async (maya: Visitor): Promise<void> => {
  const { page } = maya;
  await page.goto("/viewings");
  await expect(page.getByRole("region", { name: "Waiting for you" }).getByRole("article")).toBeVisible();
  await inspect(page, "viewings");
  await page.getByRole("link", { name: "Open the conversation" }).first().click();
  await maya.isLive();
  const card = page.getByRole("article", { name: "Viewing of Kazimierz courtyard" });
  await card.getByRole("radio").first().check();
  await inspect(page, "viewing-card");
  await card.getByRole("button", { name: "Cancel viewing" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel viewing" }).click();
  await expect(page.getByText("Say why.")).toBeVisible();
  await inspect(page, "viewing-cancel");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Propose a viewing" }).click();
  await page.getByLabel("Time 1", { exact: true }).fill("2026-10-25T01:30");
  await page.getByRole("button", { name: "Add another time" }).click();
  await page.getByRole("button", { name: "Offer these times" }).click();
  await expect(page.getByText("Choose a time that is still to come.")).toBeVisible();
  await inspect(page, "viewing-propose");
};

/** Of a landlord whom one student asks, and another asks to move. */
const answeringViewings = async ({ page, context }: Visitor): Promise<void> => {
  await page.goto("/viewings");
  await expect(page.getByRole("region", { name: "Waiting for you" }).getByRole("article").nth(1)).toBeVisible();
  await inspect(page, "viewings-landlord");
  await context.setOffline(true);
  await expect(page.getByText("You are offline. Viewings can be changed when you are back.").first()).toBeVisible();
  await inspect(page, "viewings-offline");
};

test("viewings of a student", async ({ browser }) => {
  test.slow();
  const maya = await createVisitor(browser, options);
  await maya.comesIn(student(1));
  await arrangingViewings(maya);
  expect(maya.complaints).toEqual([]);
  await maya.context.close();
});

test("viewings of a landlord, and of nobody yet", async ({ browser }) => {
  test.slow();
  const [dana, newcomer] = [await createVisitor(browser, options), await createVisitor(browser, options)];
  await dana.comesIn(landlord(1));
  await answeringViewings(dana);
  await newcomer.registers("Nobody", "a student");
  await newcomer.page.goto("/viewings");
  await expect(newcomer.page.getByText("No viewings yet")).toBeVisible();
  await inspect(newcomer.page, "viewings-empty");
  expect([...dana.complaints, ...newcomer.complaints]).toEqual([]);
  for (const { context } of [dana, newcomer]) await context.close();
});
