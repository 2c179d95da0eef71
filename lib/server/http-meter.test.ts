import { expect, test } from "vitest";
import { placeOf } from "./http-meter.ts";

test.each([
  ["/api/conversations/0199-some-id/messages?limit=3", "/api/conversations/{id}/messages"],
  ["/api/conversations", "/api/conversations"],
  ["/api/notifications/preferences", "/api/notifications/preferences"],
  ["/api/viewings/1/calendar.ics", "/api/viewings/{id}/calendar.ics"],
  ["/api/nothing/like/that", "api"],
  ["/api/conversations/../../etc", "api"],
  ["/api/auth/callback/credentials", "sign-in"],
  ["/inbox/0199-some-id", "page"],
  ["/_next/static/chunks/main.js", "file"],
  ["/photos/0199.webp", "file"],
  ["", "page"],
])("%s is counted as %s", (url, route) => {
  expect(placeOf(url).route).toBe(route);
});
