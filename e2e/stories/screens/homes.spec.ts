import { expect, test } from "@playwright/test";
import { createVisitor, landlord, student, type Visitor } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

/** The pages on which a landlord keeps homes, with a room and a photo that are refused. */
const withHomes = async ({ page, context, registers }: Visitor): Promise<void> => {
  await registers("Homer", "a landlord");
  await page.goto("/my/listings");
  await expect(page.getByText("No homes yet")).toBeVisible();
  await inspect(page, "homes-empty");
  await page.getByRole("link", { name: "Add a home" }).click();
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByText("Give it a name.")).toBeVisible();
  await inspect(page, "home-new-errors");
  await page.getByLabel("Name of the home").fill("House of screens");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.getByRole("button", { name: "Add a room" }).click();
  await page.getByRole("button", { name: "Save room" }).click();
  await expect(page.getByText("Give the room a name.")).toBeVisible();
  const fake = { name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") };
  await page.getByLabel("Add photos").setInputFiles(fake);
  await expect(page.getByText("notes.jpg is no picture that we can show.")).toBeVisible();
  await inspect(page, "home-refusals");
  await page.getByRole("button", { name: "Delete this home" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inspect(page, "home-delete");
  await page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(page.getByText("UniNest cannot be reached at the moment.")).toBeVisible();
  await inspect(page, "home-offline");
  await context.setOffline(false);
};

test("the homes of a landlord", async ({ browser }) => {
  test.slow();
  const [homer, dana, maya] = [
    await createVisitor(browser, options),
    await createVisitor(browser, options),
    await createVisitor(browser, options),
  ];
  await withHomes(homer);
  await dana.comesIn(landlord(1));
  await dana.page.goto("/my/listings");
  await expect(dana.page.getByRole("heading", { name: "14 Mill Road" })).toBeVisible();
  await inspect(dana.page, "homes");
  await dana.page.getByRole("link", { name: "Edit 14 Mill Road" }).click();
  await expect(dana.page.getByRole("heading", { level: 1, name: "14 Mill Road" })).toBeVisible();
  await inspect(dana.page, "home");
  await maya.comesIn(student(1));
  await maya.page.goto("/my/listings");
  await expect(maya.page.getByRole("heading", { name: "This page is for landlords" })).toBeVisible();
  await inspect(maya.page, "homes-forbidden");
  expect([...homer.complaints, ...dana.complaints, ...maya.complaints]).toEqual([]);
  for (const { context } of [homer, dana, maya]) await context.close();
});
