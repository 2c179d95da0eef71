import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { createLog, describeError } from "./log.ts";

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

test("what PostgreSQL and JSON quote of a value is left out, in words and stack", () => {
  const database = Object.assign(new Error('invalid input syntax for type uuid: "my "quoted" secret"'), { code: "22P02" });
  const read = (): unknown => JSON.parse("{secret}");
  let unreadable: unknown;
  try {
    read();
  } catch (error) {
    unreadable = error;
  }
  for (const error of [database, unreadable, new Error("outside", { cause: database })])
    expect(JSON.stringify(describeError(error))).not.toContain("secret");
  expect(describeError(Object.assign(new Error('relation "rooms" does not exist'), { code: "42P01" })).message).toContain(
    "rooms",
  );
});

test("every line of a request carries its id, whatever else goes on at the same time", async () => {
  const lines: { msg: string; requestId?: string }[] = [];
  const log = createLog("debug", { write: (line: string) => void lines.push(JSON.parse(line)) });
  const request = (name: string) =>
    log.during(async () => {
      log.info({}, name);
      await new Promise((resolve) => setImmediate(resolve));
      log.warn({}, name);
      return log.requestId();
    });
  const ids = await Promise.all([request("alice"), request("bob")]);
  log.info({}, "nobody");
  expect(new Set(ids).size).toBe(2);
  const idsOf = (name: string) => lines.filter(({ msg }) => msg === name).map(({ requestId }) => requestId);
  expect([idsOf("alice"), idsOf("bob"), idsOf("nobody")]).toEqual([[ids[0], ids[0]], [ids[1], ids[1]], [undefined]]);
});
