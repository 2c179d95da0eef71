import { expect, test } from "vitest";
import { alertLimits } from "#lib/contract/alert-rules.ts";
import { NewAlert } from "#lib/contract/alerts.ts";
import { checkAlert } from "./check-alert.ts";

test.each([
  ["a title and a text", "Tonight", "A pause.", {}],
  ["nothing", "", " \n", { title: { key: "title" }, body: { key: "body" } }],
  ["as much as may be", "😀".repeat(alertLimits.titleCharacters), "😀".repeat(alertLimits.bodyCharacters), {}],
  [
    "more than may be",
    "x".repeat(alertLimits.titleCharacters + 1),
    "x".repeat(alertLimits.bodyCharacters + 1),
    {
      title: { key: "titleTooLong", most: alertLimits.titleCharacters },
      body: { key: "bodyTooLong", most: alertLimits.bodyCharacters },
    },
  ],
])("%s", (_, title, body, flaws) => {
  expect(checkAlert({ title, body })).toEqual(flaws);
  expect(NewAlert.safeParse({ severity: "info", title, body }).success).toBe(Object.keys(flaws).length === 0);
});
