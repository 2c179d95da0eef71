import { expect, it } from "vitest";
import { safeNext } from "./safe-next.ts";

it.each([
  ["/listings/42?from=inbox#rooms", "/listings/42?from=inbox#rooms"],
  ["/", "/"],
  ["/inbox/1", "/inbox/1"],
])("goes back to %s", (next, expected) => {
  expect(safeNext(next)).toBe(expected);
});

it.each([
  undefined,
  "",
  "inbox",
  "https://evil.example/",
  "//evil.example/inbox",
  "/\\evil.example",
  "/\t/evil.example",
  "\\\\evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "javascript:alert(1)",
  "http:evil.example",
])("never leaves the site for %j", (next) => {
  expect(safeNext(next)).toBe("/inbox");
});

it.each(["/sign-in?next=/inbox", "/sign-up", "/x/../sign-in", "/api/auth/signout", "/api"])("does not lead to %s", (next) => {
  expect(safeNext(next)).toBe("/inbox");
});

it("takes nothing from a parameter that came twice", () => {
  expect(safeNext(["/a", "/b"])).toBe("/inbox");
});
