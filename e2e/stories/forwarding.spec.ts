import { expect, test } from "@playwright/test";
import { picture } from "../harness/pictures.ts";
import { company } from "./company.ts";

test("what carol sent alice, alice sends on to bob: its pictures and its words, and bob keeps them when carol takes hers away", async ({
  browser,
}) => {
  const { alice, bob, carol, complaints, leave } = await company(browser);
  const asked: string[] = [];
  alice.page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  for (const visitor of [alice, carol]) {
    await visitor.row(visitor === alice ? "Carol" : "Alice").click();
    await expect(visitor.composer()).toBeVisible();
  }
  const photo = { name: "window.jpg", mimeType: "image/jpeg", buffer: await picture("jpeg", { colour: "#7a9" }) };
  const lease = { name: "lease.txt", mimeType: "text/plain", buffer: Buffer.from("The lease of the room.") };
  await carol.page.locator('input[type="file"]').setInputFiles([photo, lease]);
  await expect(carol.page.getByRole("list", { name: "Files that go with your message" }).locator("li")).toHaveCount(2);
  await carol.says("The room by the river.");

  const message = alice.bubble("The room by the river.");
  await expect(message.getByRole("link", { name: "Download lease.txt" })).toBeVisible();
  await message.hover();
  await message.getByRole("button", { name: "What to do with this message" }).click();
  await alice.page.getByRole("menuitem", { name: "Forward" }).click();
  const dialog = alice.page.getByRole("dialog", { name: "Forward" });
  await expect(dialog).toContainText("2 files");
  await expect(dialog).toContainText("The room by the river.");
  await dialog.getByRole("button", { name: /Bob/ }).click();
  await expect(alice.page.getByText("On its way to Bob.")).toBeVisible();

  await bob.row("Alice").click();
  const copy = bob.bubble("The room by the river.");
  await expect(copy).toHaveCount(1);
  const shown = copy.getByRole("button", { name: /Photo by Alice: window/ }).locator("img");
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(asked).toContain("POST /api/attachments/copies");
  expect(asked.filter((one) => one.includes("/api/uploads"))).toEqual([]);

  const source = carol.bubble("The room by the river.");
  await source.hover();
  await source.getByRole("button", { name: "What to do with this message" }).click();
  await carol.page.getByRole("menuitem", { name: "Delete for everybody" }).click();
  await expect(alice.page.getByText("This message was deleted").first()).toBeVisible({ timeout: 12_000 });
  await bob.page.reload();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const link = (await copy.getByRole("link", { name: "Download lease.txt" }).getAttribute("href")) ?? "";
  expect(await (await bob.page.request.get(link)).text()).toBe("The lease of the room.");
  expect((await carol.page.request.get(link)).status()).toBe(404);
  expect(complaints()).toEqual([]);
  await leave();
});
