import { expect, test } from "vitest";
import { deadlineMail } from "./mails.ts";

const given = {
  id: "1",
  to: "alice@people.test",
  origin: "https://uninest.example",
  conversationId: "abc",
  deadlineAt: new Date("2026-11-27T12:30:00.000Z"),
};

test.each([
  ["requested" as const, "A request for your room waits for your answer"],
  ["approved" as const, "Your room waits for your confirmation"],
])("of a booking that is %s the letter says what to do until when, and leads there", (status, subject) => {
  const mail = deadlineMail({ ...given, status });
  expect(mail).toMatchObject({ id: "1", to: "alice@people.test", subject });
  expect(mail.text).toMatch(/until Friday,? 27 November 2026.{1,4}12:30 UTC/);
  expect(mail.text).toContain("\nhttps://uninest.example/inbox/abc\n");
});
