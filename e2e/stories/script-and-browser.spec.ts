import { spawn } from "node:child_process";
import fs from "node:fs";
import { expect, test } from "@playwright/test";
import { baseUrl, createVisitor, landlord } from "./visitor.ts";

/** The script as somebody would paste it from the page. */
const pasted = (): string => {
  const [, script] = /```js\n([\s\S]*?)```/.exec(fs.readFileSync("docs/clients.md", "utf8")) ?? [];
  if (!script) throw new Error("docs/clients.md shows no script");
  return script;
};

test("a person in a browser talks with the thirty-line script of docs/clients.md", async ({ browser }) => {
  expect(pasted().trim().split("\n").length).toBeLessThanOrEqual(30);
  fs.mkdirSync(".test", { recursive: true });
  fs.writeFileSync(".test/talk.mjs", pasted());
  const script = spawn(process.execPath, [".test/talk.mjs", landlord(4).email], {
    env: { ...process.env, UNINEST_URL: baseUrl() },
  });
  try {
    const greeting = await new Promise<string>((resolve, reject) => {
      script.stdout.on("data", (chunk) => String(chunk).includes("is here") && resolve(String(chunk)));
      script.once("exit", (code) => reject(new Error(`the script ended with ${code}`)));
    });
    const bea = await createVisitor(browser);
    await bea.registers("Bea Script", "a student");
    const { items }: { items: { id: string; landlord: { name: string } }[] } = await (
      await bea.page.request.get("/api/listings")
    ).json();
    const listing = items.find((item) => greeting.startsWith(item.landlord.name));
    await bea.page.goto(`/listings/${listing?.id}`);
    await bea.page.getByRole("button", { name: "Ask about this home" }).first().click();
    await expect(bea.composer()).toBeVisible();
    await bea.composer().fill("Are you a person?");
    await bea.composer().press("Enter");
    await expect(bea.bubble("You wrote: Are you a person?")).toBeVisible();
    await expect(bea.bubble("Are you a person?").first().locator("[data-status]")).toHaveAttribute("data-status", "read");
    await bea.context.close();
  } finally {
    script.kill("SIGTERM");
  }
});
