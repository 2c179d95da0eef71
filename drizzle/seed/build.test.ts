import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { Email } from "#lib/contract/accounts.ts";
import { Content } from "#lib/contract/messages.ts";
import { MessageId } from "#lib/contract/primitives.ts";
import { directKey } from "#lib/domain/conversations/direct-key.ts";
import { buildDemo } from "./build.ts";
import type { DemoRows, MessageRow, ParticipantRow, ReceiptMoveRow } from "./rows.ts";

const DAY_MS = 86_400_000;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const groupedBy = <Row extends { conversationId: string }>(rows: Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.conversationId, [...(groups.get(row.conversationId) ?? []), row]);
  return groups;
};

const inboxOf = (demo: DemoRows, email: string): ParticipantRow[] => {
  const user = demo.users.find((candidate) => candidate.email === email);
  return demo.participants.filter(({ userId }) => userId === user?.id);
};

/** A recount in the words of the protocol: what came after the mark and is not one's own. */
const unreadOf = (demo: DemoRows, { conversationId, userId, readSeq }: ParticipantRow): number =>
  demo.messages.filter(
    (row) => row.conversationId === conversationId && row.seq > readSeq && row.senderId !== userId && row.countsUnread !== false,
  ).length;

const movesOf = (demo: DemoRows, of: ParticipantRow, kind: "delivered" | "read"): ReceiptMoveRow[] =>
  demo.receiptMoves.filter(
    (move) => move.conversationId === of.conversationId && move.userId === of.userId && move.kind === kind,
  );

const isRising = (values: number[]) => values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));

const duplicates = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe.each(["2026-11-22T07:05:57.000Z", "2026-12-31T03:12:00.000Z", "2027-06-15T23:58:30.500Z"])(
  "the demo at %s",
  (moment) => {
    const now = new Date(moment);
    const demo = buildDemo(now);
    const messages = groupedBy(demo.messages);
    const of = (conversationId: string): MessageRow[] => messages.get(conversationId) ?? [];

    it("has the accounts, listings and conversations of the protocol", () => {
      const emails = demo.users.map(({ email }) => email);
      const numbered = (role: string, count: number) =>
        Array.from({ length: count }, (_, index) => `${role}${index + 1}@uninest.test`);
      expect(emails).toEqual([...numbered("student", 20), ...numbered("landlord", 5), "admin@uninest.test"]);
      expect(emails.map((email) => Email.parse(email))).toEqual(emails);
      expect(demo.listings).toHaveLength(12);
      expect(demo.conversations).toHaveLength(40);
      expect(demo.messages.length).toBeGreaterThanOrEqual(2_500);
      expect(demo.messages.length).toBeLessThanOrEqual(3_500);
    });

    it("has long threads to scroll and many short ones", () => {
      const lengths = demo.conversations.map(({ lastSeq }) => lastSeq);
      expect(lengths.filter((length) => length >= 300).length).toBeGreaterThanOrEqual(3);
      expect(lengths.filter((length) => length <= 25).length).toBeGreaterThanOrEqual(12);
    });

    it("gives every row its own id, version 7 and in lower case", () => {
      const tables = [demo.users, demo.listings, demo.rooms, demo.conversations, demo.messages];
      const ids = tables.flatMap((rows) => rows.map(({ id }) => id));
      expect(ids.filter((id) => !UUID_V7.test(id) || !MessageId.safeParse(id).success)).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it("numbers each conversation without a gap and counts them right", () => {
      for (const conversation of demo.conversations) {
        const rows = of(conversation.id);
        expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: rows.length }, (_, index) => index + 1));
        expect(rows.map(({ rev }) => rev)).toEqual(rows.map(({ seq }) => seq));
        expect([conversation.lastSeq, conversation.rev]).toEqual([rows.length, rows.length]);
        expect(conversation.activeAt).toEqual(rows.at(-1)?.createdAt);
      }
    });

    it("keeps the times rising, by day, within 90 days, before now", () => {
      for (const rows of messages.values()) expect(isRising(rows.map(({ createdAt }) => createdAt.getTime()))).toBe(true);
      const minutes = demo.messages.map(({ createdAt }) => createdAt.getUTCHours() * 60 + createdAt.getUTCMinutes());
      expect(Math.min(...minutes)).toBeGreaterThanOrEqual(6 * 60 + 30);
      expect(Math.max(...minutes)).toBeLessThanOrEqual(22 * 60 + 30);
      const times = demo.messages.map(({ createdAt }) => createdAt.getTime());
      expect(Math.min(...times)).toBeGreaterThan(now.getTime() - 90 * DAY_MS);
      expect(Math.max(...times)).toBeLessThan(now.getTime());
    });

    it("makes no two conversations of a pair about the same listing, and no group", () => {
      const keys = demo.conversations.map(({ directKey: key }) => key ?? "");
      expect(duplicates(keys)).toEqual([]);
      for (const { id, kind, directKey: key, listingId } of demo.conversations) {
        const [one = "", other = ""] = demo.participants.filter((row) => row.conversationId === id).map(({ userId }) => userId);
        expect({ kind, key }).toEqual({ kind: "direct", key: directKey([one, other], listingId ?? null) });
      }
    });

    it("is told by the two who are in it; a listing is its landlord's", () => {
      for (const conversation of demo.conversations) {
        const members = demo.participants.filter((row) => row.conversationId === conversation.id).map(({ userId }) => userId);
        expect(members).toHaveLength(2);
        expect(of(conversation.id).filter(({ senderId }) => !members.includes(senderId))).toEqual([]);
        const listing = demo.listings.find(({ id }) => id === conversation.listingId);
        if (listing) expect(members).toContain(listing.landlordId);
      }
    });

    it("leaves no slot or choice unfilled, and writes what the contract takes", () => {
      const typed = demo.messages.filter(({ kind }) => kind !== "system");
      const texts = [...typed.map(({ content }) => content), ...demo.listings.map(({ description }) => description)];
      expect(texts.filter((text) => /[{}[\]|]|undefined/.test(text) || text !== text.trim())).toEqual([]);
      expect(texts.filter((text) => text === "" || !Content.safeParse(text).success)).toEqual([]);
    });

    it("answers only to messages that came before", () => {
      const replies = demo.messages.filter(({ replyToSeq }) => replyToSeq !== null && replyToSeq !== undefined);
      expect(replies.length).toBeGreaterThan(5);
      expect(replies.filter(({ seq, replyToSeq }) => (replyToSeq ?? 0) < 1 || (replyToSeq ?? 0) >= seq)).toEqual([]);
    });

    it("keeps every mark within bounds and at least at one's own last message", () => {
      for (const participant of demo.participants) {
        const rows = of(participant.conversationId);
        const own = rows.filter(({ senderId }) => senderId === participant.userId).at(-1)?.seq ?? 0;
        expect(participant.readSeq).toBeGreaterThanOrEqual(own);
        expect(participant.deliveredSeq).toBeGreaterThanOrEqual(participant.readSeq);
        expect(participant.deliveredSeq).toBeLessThanOrEqual(rows.length);
      }
    });

    it("logs how each mark came where it stands, neither before the message nor after now", () => {
      for (const participant of demo.participants) {
        const marks = { delivered: participant.deliveredSeq, read: participant.readSeq };
        for (const kind of ["delivered", "read"] as const) {
          const moves = movesOf(demo, participant, kind);
          expect(moves.at(-1)?.seq).toBe(marks[kind]);
          expect(isRising(moves.map(({ seq }) => seq))).toBe(true);
          for (const { seq, at } of moves) {
            expect(at.getTime()).toBeGreaterThanOrEqual(
              of(participant.conversationId)[seq - 1]?.createdAt.getTime() ?? Number.NaN,
            );
            expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
          }
        }
      }
    });

    it("has nobody read what they did not get", () => {
      for (const participant of demo.participants) {
        const delivered = movesOf(demo, participant, "delivered");
        for (const read of movesOf(demo, participant, "read")) {
          expect(delivered.some(({ seq, at }) => seq >= read.seq && at <= read.at)).toBe(true);
        }
      }
    });

    it.each(["student1@uninest.test", "landlord1@uninest.test"])("gives %s a rich inbox", (email) => {
      const inbox = inboxOf(demo, email);
      const unread = inbox.filter((row) => unreadOf(demo, row) > 0);
      expect(inbox.length).toBeGreaterThanOrEqual(10);
      expect(unread.length).toBeGreaterThanOrEqual(4);
      expect(unread.length).toBeLessThanOrEqual(6);
      expect(inbox.filter(({ pinned }) => pinned)).toHaveLength(1);
      expect(inbox.filter(({ archived }) => archived)).toHaveLength(1);
      expect(inbox.filter(({ mutedUntil }) => mutedUntil && mutedUntil > now)).toHaveLength(1);
    });

    it("shows every tick: read, delivered only, and sent only", () => {
      const others = demo.participants.filter(({ conversationId, userId }) => of(conversationId).at(-1)?.senderId !== userId);
      const tick = ({ conversationId, readSeq, deliveredSeq }: ParticipantRow) => {
        const last = of(conversationId).length;
        return readSeq === last ? "read" : deliveredSeq === last ? "delivered" : "sent";
      };
      expect(new Set(others.map(tick))).toEqual(new Set(["read", "delivered", "sent"]));
    });

    it("has bookings in several states, each with its card and a line for each step, and none that overlap", () => {
      const states = demo.bookings.map(({ status }) => status);
      expect(new Set(states)).toEqual(new Set(["requested", "approved", "confirmed", "checked_in", "declined"]));
      expect(new Set(demo.bookings.map(({ roomId }) => roomId)).size).toBe(demo.bookings.length);
      for (const { id, conversationId, cardMessageId, fromDate, toDate, deadlineAt } of demo.bookings) {
        const system = of(conversationId).filter(({ kind }) => kind === "system");
        const steps = demo.bookingEvents.filter(({ bookingId }) => bookingId === id).map(({ event }) => event);
        const lines = system.flatMap(({ system: part }) => (part?.type === "booking_event" ? [part.event] : []));
        expect(lines).toEqual(steps);
        expect(system.find((row) => row.id === cardMessageId)?.system).toEqual({ type: "booking", bookingId: id });
        expect(fromDate < toDate).toBe(true);
        if (deadlineAt) expect(deadlineAt.getTime()).toBeGreaterThan(now.getTime());
      }
    });

    it("has viewings in several states, each with its card and a line for each step, at times that are still to come", () => {
      const states = demo.viewings.map(({ status, offeredBy }) => `${status}${offeredBy ? ", offered" : ""}`);
      expect(new Set(states)).toEqual(new Set(["confirmed", "proposed, offered", "confirmed, offered", "cancelled"]));
      for (const { id, conversationId, cardMessageId, startsAt, deadlineAt, status } of demo.viewings) {
        const system = of(conversationId).filter(({ kind }) => kind === "system");
        const steps = demo.viewingEvents.filter(({ viewingId }) => viewingId === id).map(({ event }) => event);
        expect(system.flatMap(({ system: part }) => (part?.type === "viewing_event" ? [part.event] : []))).toEqual(steps);
        expect(system.find((row) => row.id === cardMessageId)?.system).toEqual({ type: "viewing", viewingId: id });
        expect(startsAt != null).toBe(status === "confirmed");
        if (status !== "cancelled") expect(deadlineAt?.getTime()).toBeGreaterThan(now.getTime());
        for (const slot of demo.viewingSlots.filter(({ viewingId }) => viewingId === id)) {
          expect(slot.startsAt.getTime()).toBeGreaterThan(now.getTime());
        }
      }
      expect(demo.viewings).toHaveLength(5);
    });

    it("names rooms in order, some free now and some later, with a rent", () => {
      const today = moment.slice(0, 10);
      for (const listing of demo.listings) {
        const rooms = demo.rooms.filter(({ listingId }) => listingId === listing.id);
        expect(rooms.length).toBeGreaterThanOrEqual(1);
        expect(rooms.length).toBeLessThanOrEqual(5);
        expect(rooms.map(({ position }) => position)).toEqual(rooms.map((_, index) => index));
        expect(rooms.every(({ rentCents, depositCents }) => rentCents >= 30_000 && depositCents > 0)).toBe(true);
      }
      expect(demo.rooms.some(({ availableFrom }) => availableFrom <= today)).toBe(true);
      expect(demo.rooms.some(({ availableFrom }) => availableFrom > today)).toBe(true);
    });

    it("shows three pictures of each house that exist, and no first one twice", () => {
      expect(demo.listings.map(({ photoUrls }) => photoUrls.length)).toEqual(demo.listings.map(() => 3));
      const urls = demo.listings.flatMap(({ photoUrls }) => photoUrls);
      expect(urls.filter((url) => !existsSync(path.resolve("public", url.slice(1))))).toEqual([]);
      expect(duplicates(demo.listings.map(({ photoUrls }) => photoUrls[0] ?? ""))).toEqual([]);
    });

    it("was last here no later than now, and no earlier than the last word", () => {
      for (const user of demo.users) {
        const spoken = demo.messages.filter(({ senderId }) => senderId === user.id).map(({ createdAt }) => createdAt.getTime());
        expect(user.lastSeenAt.getTime()).toBeGreaterThanOrEqual(Math.max(0, ...spoken));
        expect(user.lastSeenAt.getTime()).toBeLessThanOrEqual(now.getTime());
      }
    });
  },
);

describe("buildDemo", () => {
  it("tells the same story at the same moment", () => {
    const now = new Date("2026-11-22T12:00:00.000Z");
    expect(buildDemo(now)).toEqual(buildDemo(now));
  });

  it("does not read alike next door: no conversation repeats the scene that another begins with and goes on with", () => {
    const demo = buildDemo(new Date("2026-11-22T12:00:00.000Z"));
    const beginnings = demo.conversations.map(({ id }) =>
      demo.messages
        .filter(({ conversationId, seq }) => conversationId === id && seq <= 8)
        .map(({ content }) => content)
        .join("\n"),
    );
    expect(duplicates(beginnings)).toEqual([]);
  });
});
