import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { Alert } from "#lib/contract/alerts.ts";
import { takeAlert, withNews } from "./alert-cache.ts";
import { queryKeys } from "./query-keys.ts";

const alert = (id: string, at: string): Alert => ({ id, severity: "info", title: id, body: "Tonight.", at });
const first = alert("first", "2027-02-01T10:00:00.000Z");
const second = alert("second", "2027-02-01T11:00:00.000Z");

test("the newest stands first, in whatever order they come", () => {
  expect(withNews([second], { event: "alert:published", payload: first })).toEqual([second, first]);
  expect(withNews([first], { event: "alert:published", payload: second })).toEqual([second, first]);
});

test("what comes twice stands once", () => {
  expect(withNews([second, first], { event: "alert:published", payload: first })).toEqual([second, first]);
});

test("what has ended stands no longer, and the end of what is not known changes nothing", () => {
  const at = "2027-02-01T12:00:00.000Z";
  expect(withNews([second, first], { event: "alert:ended", payload: { id: "second", at } })).toEqual([first]);
  expect(withNews([first], { event: "alert:ended", payload: { id: "second", at } })).toEqual([first]);
});

test("a page that knows of none yet takes the first", () => {
  const client = new QueryClient();
  takeAlert(client, { event: "alert:published", payload: first });
  expect(client.getQueryData(queryKeys.alerts)).toEqual({ items: [first] });
});
