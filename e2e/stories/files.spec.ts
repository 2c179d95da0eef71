import fs from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { picture } from "../harness/pictures.ts";
import { conversation, newcomer, PHONE, type Visitor } from "./visitor.ts";

const pdf = (pages = ""): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n${pages}%%EOF\n`,
  );

type File = { name: string; mimeType: string; buffer: Buffer };
const photo = async (name: string, colour: string, width = 900): Promise<File> => ({
  name,
  mimeType: "image/jpeg",
  buffer: await picture("jpeg", { colour, width }),
});
const contract: File = { name: "contract.pdf", mimeType: "application/pdf", buffer: pdf() };

const chooses = ({ page }: Visitor, ...files: File[]): Promise<void> => page.locator('input[type="file"]').setInputFiles(files);
/** Files as the clipboard or the desktop brings them. */
const brings = ({ page }: Visitor, event: "paste" | "dragenter" | "drop", { name, mimeType, buffer }: File): Promise<void> =>
  page.evaluate(
    ({ event, name, type, bytes }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))], name, { type }));
      const given = { bubbles: true, cancelable: true };
      const brought =
        event === "paste"
          ? new ClipboardEvent(event, { ...given, clipboardData: dataTransfer })
          : new DragEvent(event, { ...given, dataTransfer });
      document.querySelector("textarea")?.dispatchEvent(brought);
    },
    { event, name, type: mimeType, bytes: buffer.toString("base64") },
  );
const tile = (page: Page, name: string) =>
  page.getByRole("list", { name: "Files that go with your message" }).locator("li").filter({ hasText: name });
const opens = (page: Page, name: RegExp) => page.getByRole("button", { name });

test("two pictures and a contract, chosen, pasted and dropped, are sent, seen large and downloaded; whoever is not in it gets nothing", async ({
  browser,
}) => {
  const { alice, bob, leave } = await conversation(browser);
  await chooses(alice, await photo("window.jpg", "#7a9"));
  await expect(tile(alice.page, "window.jpg")).toBeVisible();
  await brings(alice, "paste", await photo("desk.jpg", "#a77", 400));
  await brings(alice, "dragenter", contract);
  await expect(alice.page.getByText("Drop the files here to send them to Bob")).toBeVisible();
  await brings(alice, "drop", contract);
  for (const name of ["window.jpg", "desk.jpg", "contract.pdf"])
    await expect(tile(alice.page, name)).toHaveAttribute("data-upload", "done");
  await alice.says("The room, and what I signed.");
  await expect(tile(alice.page, "window.jpg")).toHaveCount(0);
  await alice.sees("The room", "read");

  const message = bob.bubble("The room");
  await opens(bob.page, /Photo 1 of 2 by Alice: window/).click();
  const viewer = bob.page.getByRole("dialog", { name: "Photos" });
  const shown = viewer.getByRole("img");
  await expect(shown).toHaveAccessibleName(/Photo 1 of 2/);
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  await bob.page.keyboard.press("ArrowRight");
  await expect(shown).toHaveAccessibleName(/Photo 2 of 2/);
  const { violations } = await new AxeBuilder({ page: bob.page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
  await bob.page.keyboard.press("Escape");
  await expect(opens(bob.page, /Photo 1 of 2/)).toBeFocused();

  const [download] = await Promise.all([
    bob.page.waitForEvent("download"),
    message.getByRole("link", { name: /contract/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("contract.pdf");
  expect(fs.readFileSync(await download.path())).toEqual(contract.buffer);

  const carol = await newcomer(browser, "Carol", "student");
  await carol.visitor.comesIn(carol.account);
  const address = (await message.getByRole("link", { name: /contract/ }).getAttribute("href")) ?? "";
  expect((await bob.page.request.get(address)).status()).toBe(200);
  expect((await carol.visitor.page.request.get(address)).status()).toBe(404);

  await chooses(alice, await photo("garden.jpg", "#363"));
  await alice.page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(opens(bob.page, /Photo by Alice: garden/)).toBeVisible();
  await expect(bob.row("Alice")).toContainText("Photo");
  await expect(alice.row("Bob")).toContainText("You: Photo");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await carol.visitor.context.close();
  await leave();
});

test("what was sent while it was still uploading goes on after a break of the line and a reload", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  const offsets: string[] = [];
  await alice.context.route(/\/api\/uploads\//, async (route) => {
    const { "upload-offset": offset } = route.request().headers();
    if (route.request().method() === "PATCH") offsets.push(offset ?? "");
    if (route.request().method() === "PATCH" && offset === "0") await route.continue();
    else await route.abort();
  });
  const buffer = Buffer.alloc(5 * 1024 * 1024, "A room of one's own. ");
  await chooses(alice, { name: "book.txt", mimeType: "text/plain", buffer });
  await expect.poll(() => offsets.length).toBeGreaterThan(1);
  await alice.says("All of it.");
  await alice.sees("All of it.", "pending");
  await alice.page.reload();
  await alice.sees("All of it.", "pending");
  await expect(alice.bubble("All of it.")).toContainText("book.txt");
  await expect(bob.bubble("All of it.")).toHaveCount(0);
  offsets.length = 0;
  await alice.context.unrouteAll();
  alice.page.on("request", (request) => {
    if (request.method() === "PATCH") offsets.push(request.headers()["upload-offset"] ?? "");
  });
  await alice.sees("All of it.", "read");
  await expect(bob.bubble("All of it.").getByRole("link", { name: "Download book.txt" })).toBeVisible();
  expect(offsets).not.toContain("0");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("what is refused says why, and takes nothing else with it", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser, { viewport: PHONE });
  const archive = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(60)]);
  await chooses(
    alice,
    { name: "plan.pdf", mimeType: "application/pdf", buffer: archive },
    { name: "setup.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("MZ") },
    { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(26 * 1024 * 1024) },
    await photo("door.jpg", "#555"),
  );
  await expect(tile(alice.page, "setup.exe")).toContainText("Files of this type cannot be sent.");
  await expect(tile(alice.page, "film.mp4")).toContainText("Larger than 25 MB.");
  await expect(tile(alice.page, "plan.pdf").getByRole("alert")).toBeVisible();
  await expect(tile(alice.page, "door.jpg")).toHaveAttribute("data-upload", "done");
  await alice.says("Only the door.");
  await expect(opens(bob.page, /Photo by Alice: door/)).toBeVisible();
  for (const name of ["plan.pdf", "setup.exe", "film.mp4"])
    await alice.page.getByRole("button", { name: `Remove ${name}` }).click();
  await expect(alice.page.getByRole("list", { name: "Files that go with your message" })).toHaveCount(0);
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("a voice message is recorded, heard, and thrown away when it is not meant", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser, { permissions: ["microphone"] });
  const record = alice.page.getByRole("button", { name: "Record a voice message" });
  await record.click();
  await expect(alice.page.getByRole("timer")).toContainText("0:01");
  await alice.page.keyboard.press("Escape");
  await expect(alice.composer()).toBeFocused();
  await record.click();
  await expect(alice.page.getByRole("timer")).toContainText("0:01");
  await alice.page.getByRole("button", { name: "Send the voice message" }).click();
  await expect(alice.row("Bob")).toContainText("Voice message");
  const play = bob.page.getByRole("button", { name: "Play Voice message" });
  await expect(play).toHaveCount(1);
  await play.click();
  await expect(bob.page.getByRole("button", { name: "Pause Voice message" })).toBeVisible();
  await expect(play).toBeVisible();
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});
