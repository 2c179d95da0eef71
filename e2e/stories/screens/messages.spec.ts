import { expect, test } from "@playwright/test";
import { picture } from "../../harness/pictures.ts";
import { conversation, type Visitor } from "../visitor.ts";
import { inspect, inspectHeld, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

test("what one does with single messages", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, options);
  await alice.says("Is there a desk in the room?");
  await bob.says("Yes, a big one below the window, with two drawers and a lamp.");
  const about = async ({ page, bubble }: Visitor, text: string): Promise<void> => {
    await bubble(text).first().getByRole("button", { name: "What to do with this message" }).click();
    await expect(page.getByRole("menu")).toBeVisible();
  };
  const chooses = ({ page }: Visitor, item: string): Promise<void> => page.getByRole("menuitem", { name: item }).click();
  await about(alice, "Yes, a big one");
  await inspect(alice.page, "message-menu");
  await chooses(alice, "React with ❤️");
  await expect(alice.page.getByRole("button", { name: "❤️: You" })).toBeVisible();
  await about(alice, "Yes, a big one");
  await chooses(alice, "Reply");
  await expect(alice.page.getByText("Reply to Bob")).toBeVisible();
  await inspect(alice.page, "message-reply");
  await alice.says("Lovely, thank you!");
  await expect(alice.bubble("Lovely").getByRole("button", { name: /^Bob wrote/ })).toBeVisible();
  await about(alice, "Is there a desk");
  await chooses(alice, "Edit");
  await alice.page.getByRole("textbox", { name: "Edit your message" }).fill("Is there a big desk in the room?");
  await inspect(alice.page, "message-edit");
  await alice.page.keyboard.press("Enter");
  await expect(alice.bubble("Is there a big desk")).toContainText("edited");
  await about(alice, "Is there a big desk");
  await chooses(alice, "Who has read it");
  await expect(alice.page.getByRole("dialog").getByText("Is there a desk in the room?")).toBeVisible();
  await inspect(alice.page, "message-info");
  await alice.page.keyboard.press("Escape");
  await about(alice, "Is there a big desk");
  await chooses(alice, "Delete for everybody");
  await expect(alice.page.getByRole("button", { name: "Undo" })).toBeVisible();
  await inspectHeld(alice.page, "message-undo");
  await expect(alice.page.getByRole("button", { name: "Undo" })).toHaveCount(0, { timeout: 10_000 });
  await alice.context.setOffline(true);
  await about(alice, "Lovely");
  await chooses(alice, "Edit");
  await alice.page.getByRole("textbox", { name: "Edit your message" }).fill("Lovely, thank you! Call me on +49 151 2345 6789.");
  await alice.page.keyboard.press("Enter");
  await alice.sees("Lovely", "pending");
  await inspect(alice.page, "message-edit-waits");
  await alice.context.setOffline(false);
  await expect(alice.page.getByText(/^Not changed: It gives a telephone number/)).toBeVisible({ timeout: 15_000 });
  await inspect(alice.page, "message-edit-refused");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("files of messages", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, { ...options, permissions: ["microphone"] });
  const { page } = alice;
  const chooses = (...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> =>
    page.locator('input[type="file"]').setInputFiles(files);
  const photo = async (name: string, colour: string, width = 900, height = 600) => ({
    name,
    mimeType: "image/jpeg",
    buffer: await picture("jpeg", { colour, width, height }),
  });
  const text = { name: "house-rules.txt", mimeType: "text/plain", buffer: Buffer.from("Quiet after ten. ".repeat(400)) };
  await page.route(/\/api\/uploads\//, (route) => route.abort());
  await chooses(await photo("window.jpg", "#68a"), text, { ...text, name: "setup.exe", mimeType: "" });
  await expect(page.getByRole("list", { name: "Files that go with your message" }).getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText(/kB · Waiting/).first()).toBeVisible();
  await inspect(page, "files-standing");
  await page.getByRole("button", { name: "Remove setup.exe" }).click();
  await alice.says("The window, and the rules of the house.");
  await inspect(page, "files-on-their-way");
  await page.unrouteAll();
  await alice.sees("The window", "read");
  await chooses(await photo("one.jpg", "#2f7d5b"), await photo("two.jpg", "#b77"), await photo("three.jpg", "#dc8", 400));
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const pictures = bob.page.getByRole("button", { name: /Photo 1 of 3 by Alice/ });
  await expect(pictures).toBeVisible();
  await bob.page.getByRole("button", { name: "Record a voice message" }).click();
  await expect(bob.page.getByRole("timer")).toContainText("0:01");
  await inspect(bob.page, "files-recording");
  await bob.page.getByRole("button", { name: "Send the voice message" }).click();
  await expect(page.getByRole("button", { name: "Play Voice message" })).toBeVisible();
  await inspect(page, "files-shown");
  await pictures.click();
  await expect(bob.page.getByRole("dialog", { name: "Photos" })).toBeVisible();
  await inspect(bob.page, "files-viewer");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});
