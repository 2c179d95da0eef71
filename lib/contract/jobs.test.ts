import { v7 } from "uuid";
import { expect, test } from "vitest";
import { type JobName, type JobPayload, jobs } from "./jobs.ts";

const deadline = { bookingId: v7(), deadlineAt: new Date().toISOString() };
const reminder = { viewingId: v7(), startsAt: new Date().toISOString(), kind: "day" } as const;
const recipient = { conversationId: v7(), userId: v7() };

const samples: { [Name in JobName]: JobPayload<Name> } = {
  "account:mail": { userId: v7(), purpose: "email", nonce: "abc" },
  "booking:remind": deadline,
  "booking:mail": deadline,
  "viewing:remind": reminder,
  "viewing:mail": { ...reminder, userId: v7() },
  "viewing:invite": { viewingId: v7(), startsAt: new Date().toISOString(), status: "confirmed", userId: v7() },
  "sanction:mail": { sanctionId: v7(), news: "made" },
  "report:mail": { reportId: v7() },
  "notification:deliver": { notificationId: v7() },
  "notification:mail": { notificationId: v7() },
  "digest:sweep": {},
  "digest:mail": { userId: v7() },
  "push:send": { notificationId: v7(), subscriptionId: v7() },
  "message:deliver": recipient,
  "push:message": { ...recipient, seq: 1, subscriptionId: v7() },
  "message:preview": { conversationId: v7(), seq: 1 },
  "unread:recount": {},
  "takeover:warn": { userId: v7() },
  "sent:sweep": {},
  "attachment:remove": { ids: [v7()] },
  "upkeep:clean": {},
};

const NAMES = Object.keys(jobs) as JobName[];

test.each(NAMES)("%s lies in the queue as it is, and as nothing else", (name) => {
  const { payload } = jobs[name];
  const stored: unknown = JSON.parse(JSON.stringify(samples[name]));
  expect(payload.parse(stored)).toEqual(samples[name]);
  expect(payload.safeParse({ ...samples[name], more: 1 }).success).toBe(false);
  for (const field of Object.keys(samples[name])) {
    const { [field as never]: _, ...rest } = samples[name];
    expect(payload.safeParse(rest).success).toBe(false);
  }
});

test("each is tried more than once, and not for ever", () => {
  for (const name of NAMES) expect([name, jobs[name].attempts > 1 && jobs[name].attempts <= 25]).toEqual([name, true]);
});
