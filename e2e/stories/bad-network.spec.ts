import { expect, test } from "@playwright/test";
import { conversation } from "./visitor.ts";

test("what is written without a network stands there, waits, and is sent once when it is back", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  await alice.context.setOffline(true);
  await expect(alice.page.getByText("Offline. Your messages will be sent when you are back.")).toBeVisible();
  const texts = ["In the tunnel, one", "In the tunnel, two", "In the tunnel, three"];
  for (const text of texts) await alice.says(text);
  for (const text of texts) await alice.sees(text, "pending");
  await expect(alice.page.getByText("3 messages waiting")).toBeVisible();
  for (const text of texts) await expect(bob.bubble(text)).toHaveCount(0);

  await alice.context.setOffline(false);
  await expect(alice.page.getByText("Offline. Your messages will be sent when you are back.")).toHaveCount(0);
  for (const text of texts) await expect(bob.bubble(text)).toHaveCount(1);
  for (const text of texts) await expect(alice.bubble(text)).toHaveCount(1);
  await alice.sees("In the tunnel, three", "read");
  const order = (await bob.log().locator("[data-message-id]").allTextContents()).filter((text) => text.includes("In the tunnel"));
  expect(order.map((text) => texts.findIndex((one) => text.includes(one)))).toEqual([0, 1, 2]);
  await leave();
});

test("what is too long cannot be sent, says by how much, and survives a reload", async ({ browser }) => {
  const { alice, leave } = await conversation(browser);
  await alice.composer().fill("x".repeat(4_001));
  await expect(alice.page.getByText("1 character too many")).toBeVisible();
  await expect(alice.page.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
  await alice.page.reload();
  await expect(alice.composer()).toHaveValue("x".repeat(4_001));
  await leave();
});
