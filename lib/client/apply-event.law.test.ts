import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import { applyEvent } from "./apply-event.ts";
import { behind, cursorOf, type InboxState } from "./inbox-state.ts";
import { conversationId } from "./testing/conversations.ts";
import { ModelServer, type Step, takeAnswers } from "./testing/model-server.ts";

const ids = [1, 2, 3].map(conversationId);

const place = { in: fc.nat(2), who: fc.nat(1) };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("send" as const), ...place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("deliver" as const, "read" as const), ...place, share: fc.nat(100) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("edit" as const, "delete" as const), in: fc.nat(2), share: fc.nat(100) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "rename" as const,
        "pin" as const,
        "archive" as const,
        "mark" as const,
        "block" as const,
        "mute" as const,
        "fine" as const,
      ),
      in: fc.nat(2),
    }),
  },
);
const steps = fc.array(step, { maxLength: 40 });
/** With changes of what is shared, after which everything is asked for anew. */
const sharing = fc.record({ do: fc.constant("share" as const), in: fc.constant(0) });
const stepsSharing = fc.array(fc.oneof({ weight: 8, arbitrary: step }, { weight: 1, arbitrary: sharing }), { maxLength: 40 });

/** What a person can see of a state: how it came about is not part of it. */
const shown = ({ conversations, lists, threads, totalUnread }: InboxState) => ({
  conversations,
  lists,
  totalUnread,
  messages: Object.fromEntries(Object.entries(threads).map(([id, thread]) => [id, thread.messages])),
});

const listen = (state: InboxState, news: readonly ServerEventMessage[]) =>
  news.reduce((next, one) => applyEvent(next, one), state);

const cursorsOf = (state: InboxState) =>
  Object.fromEntries(Object.values(state.conversations).map((one) => [one.id, cursorOf(state, one)]));

/** Asks for what was missed, as a client does that finds itself behind or comes back. */
const reconnect = (state: InboxState, server: ModelServer): InboxState => {
  const asked = cursorsOf(state);
  const payload = { ...server.sync(asked), userId: "", deviceId: "", status: "resumed" as const, heldMessages: 0 };
  return applyEvent(state, { event: "session:ready", payload }, asked);
};

const renames = (done: Step[]) => done.some((one) => one.do === "rename");

describe("what is held after the news equals what a fresh fetch gives", () => {
  it("for any sequence of events", () => {
    fc.assert(
      fc.property(stepsSharing, stepsSharing, (before, after) => {
        const server = new ModelServer(ids);
        for (const one of before) server.step(one);
        const old = server.fetch();
        const held = listen(
          old,
          after.flatMap((one) => server.step(one)),
        );
        expect(shown(held)).toEqual(shown(server.fetch()));
        if (!renames(after)) expect(behind(held)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("when every event comes twice", () => {
    fc.assert(
      fc.property(steps, (after) => {
        const server = new ModelServer(ids);
        const old = server.fetch();
        const news = after.flatMap((one) => server.step(one));
        expect(
          shown(
            listen(
              old,
              news.flatMap((one) => [one, one]),
            ),
          ),
        ).toEqual(shown(server.fetch()));
      }),
      { numRuns: 300 },
    );
  });

  it("when messages and receipts come in any order, once the counts are in", () => {
    const quiet = fc.array(
      step.filter((one) => one.do === "send" || one.do === "deliver" || one.do === "read"),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(quiet, fc.infiniteStream(fc.nat()), (done, order) => {
        const server = new ModelServer(ids);
        const old = server.fetch();
        const news = done.flatMap((one) => server.step(one));
        const counts = news.filter(({ event }) => event === "unread_count:updated");
        const rest = news.filter(({ event }) => event !== "unread_count:updated");
        const shuffled = rest.map((one) => ({ one, key: order.next().value ?? 0 })).sort((left, right) => left.key - right.key);
        const held = listen(old, [...shuffled.map(({ one }) => one), ...counts]);
        expect(shown(held)).toEqual(shown(server.fetch()));
        expect(behind(held)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("when any of it is lost, after the next connection", () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.boolean()), (done, luck) => {
        const server = new ModelServer(ids);
        const old = server.fetch();
        const news = done.flatMap((one) => server.step(one)).filter(() => luck.next().value);
        const held = reconnect(listen(old, news), server);
        expect(shown(held)).toEqual(shown(server.fetch()));
        expect(behind(held)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("when it is asked for, read and answered at different moments, with news in between", () => {
    fc.assert(
      fc.property(steps, steps, steps, (before, onTheWay, onTheWayBack) => {
        const server = new ModelServer(ids);
        const hear = (state: InboxState, done: Step[]) =>
          listen(
            state,
            done.flatMap((one) => server.step(one)),
          );
        const asking = hear(server.fetch(), before);
        const reading = hear(asking, onTheWay);
        const answers = server.answers();
        const answered = takeAnswers(hear(reading, onTheWayBack), answers, asking);
        const healed = reconnect(answered, server);
        expect(shown(healed)).toEqual(shown(server.fetch()));
        expect(behind(healed)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
