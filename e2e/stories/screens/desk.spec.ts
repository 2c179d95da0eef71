import { expect, test } from "@playwright/test";
import { v7 } from "uuid";
import { putDeadJob } from "../../harness/dead-jobs.ts";
import { execute } from "../../harness/sql.ts";
import { nextPlace, storyServer } from "../../harness/story-server.ts";
import { conversation, createVisitor, student } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

test("jobs that failed", async ({ browser }) => {
  test.slow();
  const ada = await createVisitor(browser, options);
  const { databaseUrl } = storyServer();
  await ada.comesIn({ ...student(1), email: "admin@uninest.test" }, "/admin/jobs");
  await expect(ada.page.getByText("Nothing has failed")).toBeVisible();
  await inspect(ada.page, "jobs-empty");
  await putDeadJob(databaseUrl, "digest:mail", { userId: v7() }, "connect ECONNREFUSED 192.0.2.25:587");
  await putDeadJob(
    databaseUrl,
    "digest:mail",
    { userId: v7() },
    "Can't send mail - all recipients were rejected: 550 no such user",
  );
  await ada.page.reload();
  const rows = ada.page.getByRole("list", { name: "Jobs that failed" }).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await inspect(ada.page, "jobs");
  await rows.first().getByRole("button", { name: "Drop" }).click();
  await inspect(ada.page, "job-drop");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await execute(databaseUrl, "delete from graphile_worker._private_jobs where attempts >= max_attempts");
  await rows.first().getByRole("button", { name: "Try" }).click();
  await expect(ada.page.getByText("This job is not here any more.")).toBeVisible();
  await inspect(ada.page, "jobs-gone");
  expect(ada.complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
  await ada.context.close();
});

test("the admin's desk", async ({ browser }) => {
  test.slow();
  // What she sees is of the node that she is connected to.
  const place = nextPlace();
  const { alice, bob, bobId, leave } = await conversation(browser, options, place);
  for (const text of ["Is the room still free?", "Can I see it?"]) await alice.says(text);
  await bob.says("It is.");
  const ada = await createVisitor(browser, options, place);
  const { page } = ada;
  await ada.comesIn({ ...student(1), email: "admin@uninest.test" }, "/admin");
  await expect(page.getByText(/^p50 .* p99/)).toBeVisible({ timeout: 20_000 });
  await inspect(page, "desk-overview");
  await page.getByText("The charts in figures").click();
  await page.getByText("Who is connected").click();
  await expect(page.getByRole("list", { name: "People who are connected" })).toBeVisible();
  await inspect(page, "desk-overview-figures");
  await ada.context.setOffline(true);
  await expect(page.getByText("Not live at the moment")).toBeVisible();
  await inspect(page, "desk-overview-offline");
  await ada.context.setOffline(false);
  await page.goto("/admin/rules");
  await page.getByLabel("A message").fill("Send me your passport, and pay the deposit by Western Union today.");
  await expect(page.getByText("It waits for a moderator.", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Change what contact.details weighs" }).click();
  await inspect(page, "desk-rules");
  await page.goto("/admin/people");
  await expect(page.getByRole("list", { name: "People" })).toBeVisible();
  await inspect(page, "desk-people");
  await page.goto(`/admin/people/${bobId}`);
  await page.getByRole("button", { name: "Warn" }).click();
  await page.getByLabel("The reason").fill("Be kind.");
  await page.getByRole("dialog").getByRole("button", { name: "Warn" }).click();
  await expect(page.getByText("Done, and Bob is told.")).toBeVisible();
  await inspect(page, "desk-person");
  await execute(storyServer().databaseUrl, "delete from sanctions");
  expect([...alice.complaints, ...bob.complaints, ...ada.complaints]).toEqual([]);
  await ada.context.close();
  await leave();
});
