import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Mail } from "#lib/domain/ports.ts";
import { createPatientMailer } from "./patient-mailer.ts";

const mail: Mail = { to: "alice@people.test", subject: "Hello", text: "the secret link", html: "<p>the secret link</p>" };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A mailer whose server refuses so many times, and what it did and said. */
const mailerThatFails = (failures: number, options: { maxWaiting?: number } = {}) => {
  const sent: Mail[] = [];
  const said: { level: string; fields: object; message: string }[] = [];
  const note = (level: string) => (fields: object, message: string) => void said.push({ level, fields, message });
  const log = { debug: note("debug"), info: note("info"), warn: note("warn"), error: note("error") };
  let left = failures;
  const deliver = async (one: Mail): Promise<void> => {
    if (left > 0) {
      left -= 1;
      throw new Error("no answer");
    }
    sent.push(one);
  };
  return { mailer: createPatientMailer({ deliver, log, waitsMs: [10, 100], ...options }), sent, said };
};

test("a mail is sent once, and nothing is said of it", async () => {
  const { mailer, sent, said } = mailerThatFails(0);
  mailer.send(mail);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([sent, said]).toEqual([[mail], []]);
});

test("a server that is away for a while gets it later, once", async () => {
  const { mailer, sent, said } = mailerThatFails(2);
  mailer.send(mail);
  await vi.advanceTimersByTimeAsync(109);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual([mail]);
  expect(said.map(({ level }) => level)).toEqual(["warn", "warn"]);
});

test("in the end it gives up and says so, without the mail or whom it was for", async () => {
  const { mailer, sent, said } = mailerThatFails(3);
  mailer.send(mail);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([]);
  expect(said.at(-1)).toMatchObject({ level: "error", message: "a mail could not be sent" });
  expect(JSON.stringify(said)).not.toMatch(/alice|secret/);
});

test("only so many wait, and there is room again after them", async () => {
  const { mailer, sent, said } = mailerThatFails(2, { maxWaiting: 2 });
  for (let count = 0; count < 3; count += 1) mailer.send(mail);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toHaveLength(2);
  expect(said.filter(({ level }) => level === "error")).toHaveLength(1);
  mailer.send(mail);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toHaveLength(3);
});
