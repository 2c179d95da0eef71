import { expect, test } from "vitest";
import type { OwnSanction } from "#lib/contract/sanctions.ts";
import { reportMail, sanctionMail } from "./mails.ts";

const about = { id: "1", to: "bob@people.test", origin: "https://uninest.example" };
const sanction: OwnSanction = {
  id: "s",
  kind: "ban",
  rule: "scam",
  reason: "the words of a moderator",
  until: null,
  messages: 0,
  createdAt: "2026-11-28T09:00:00.000Z",
  liftedAt: null,
  appeal: null,
};
const appeal = { id: "a", text: "no", outcome: "upheld" as const, answer: "yes", createdAt: "", decidedAt: "" };

test.each(["warn", "silence", "kick", "ban", "remove"] as const)("of a %s one is told the rule, and where to appeal", (kind) => {
  const mail = sanctionMail({ ...about, sanction: { ...sanction, kind } }, "made");
  expect(mail.text).toContain("The rule: no scams.");
  expect(mail.text).toContain("If you think that this is wrong, say so there");
  expect(mail.text).toContain(kind === "ban" ? "https://uninest.example/sign-in" : "https://uninest.example/settings/reports");
  expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain("the words of a moderator");
});

test("what lasts says till when, on the clock that it names", () => {
  const until = "2026-12-01T10:00:00.000Z";
  expect(sanctionMail({ ...about, sanction: { ...sanction, until } }, "made").text).toContain("1 December 2026 at 10:00 UTC");
  expect(sanctionMail({ ...about, sanction }, "made").text).toContain("keeps you out of UniNest, without an end.");
});

test("an appeal that is upheld leads where one may read it, and a reversed one inside", () => {
  const upheld = sanctionMail({ ...about, sanction: { ...sanction, appeal } }, "answered");
  expect(upheld.text).toContain("stands");
  expect(upheld.text).toContain("/sign-in");
  const reversed = sanctionMail({ ...about, sanction: { ...sanction, appeal: { ...appeal, outcome: "reversed" } } }, "answered");
  expect(reversed.text).toContain("taken back");
  expect(reversed.text).toContain("/settings/reports");
});

test("a reporter learns what came of it", () => {
  expect(reportMail({ ...about, outcome: "acted" }).text).toContain("something was done about it");
  expect(reportMail({ ...about, outcome: "dismissed" }).text).toContain("nothing against our rules");
});
