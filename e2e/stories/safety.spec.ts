import { expect, test } from "@playwright/test";
import { conversation } from "./visitor.ts";

const PAPERS = "Please send me a photo of your passport.";
const NUMBER = "Call me on +49 151 2345 6789.";

test("who is asked for papers is warned below the message, and the writer sees no difference", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  await bob.says(PAPERS);
  await expect(alice.bubble(PAPERS)).toBeVisible();
  await expect(alice.page.getByText(/^It asks for papers that prove who you are/)).toBeVisible();
  await expect(bob.page.getByText(/^It asks for papers/)).toHaveCount(0);
  await alice.page.reload();
  await expect(alice.page.getByText(/^It asks for papers that prove who you are/)).toBeVisible();
  await leave();
});

test("what must not be said yet comes back to its writer with the reason, and goes out once it is written anew", async ({
  browser,
}) => {
  const { alice, bob, leave } = await conversation(browser);
  await bob.says(NUMBER);
  await expect(bob.page.getByText(/^Not sent: It gives a telephone number/)).toBeVisible();
  await bob.page.getByRole("button", { name: "Edit" }).click();
  await expect(bob.composer()).toHaveValue(NUMBER);
  await bob.says("Come and see it first.");
  await expect(alice.bubble("Come and see it first.")).toBeVisible();
  await expect(alice.page.getByText("2345")).toHaveCount(0);
  await leave();
});
