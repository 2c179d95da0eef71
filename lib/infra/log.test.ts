import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { describeError } from "./log.ts";

test("a failed query is logged without what people wrote", () => {
  const cause = Object.assign(new Error("lock timeout"), { code: "55P03" });
  const described = describeError(new DrizzleQueryError("insert into messages values ($1)", ["meet me at\nthe bridge"], cause));
  expect(JSON.stringify(described)).not.toContain("bridge");
  expect(described).toMatchObject({
    message: expect.stringContaining("insert into messages"),
    cause: { code: "55P03", message: "lock timeout" },
  });
  expect(described.stack).toContain("log.test.ts");
});

test("a thrown value that is no error is not quoted", () => {
  expect(JSON.stringify(describeError("my secret"))).not.toContain("secret");
});
