import { describe, expect, it } from "vitest";
import { isWorthAnAlert } from "./alert-policy.ts";
import { createAlerts } from "./alerts.ts";
import { alice, bob, conversation, message } from "./testing/conversations.ts";

/** A browser with tabs, of which some show the conversation. What is in `read` was read before anybody could be told. */
const openTabs = (...shown: boolean[]) => {
  const claimed = new Set<string>();
  const told: string[] = [];
  const read = new Set<number>();
  const tabs = shown.map((isShown) =>
    createAlerts({
      claim: async (messageId) => {
        const isFirst = !claimed.has(messageId);
        claimed.add(messageId);
        return isFirst;
      },
      isInView: () => isShown,
      isRead: ({ seq }) => read.has(seq),
      tell: async ({ content }) => void told.push(content),
      wait: () => new Promise((resolve) => setTimeout(resolve)),
    }),
  );
  return { told, read, hear: (seq: number) => Promise.all(tabs.map((tell) => tell(message(seq)))) };
};

describe("createAlerts", () => {
  it("tells of each message once, whatever the number of tabs", async () => {
    const { told, hear } = openTabs(false, false, false);
    await hear(1);
    await hear(2);
    expect(told).toEqual(["message 1", "message 2"]);
  });

  it.each([[[true, false]], [[false, true]], [[true]]])("is silent while a tab shows the conversation: %j", async (shown) => {
    const { told, hear } = openTabs(...shown);
    await hear(1);
    expect(told).toEqual([]);
  });

  it("is silent about what was read meanwhile, though the tab that showed it is gone", async () => {
    const { told, read, hear } = openTabs(false, false);
    const heard = hear(1);
    read.add(1);
    await heard;
    await hear(2);
    expect(told).toEqual(["message 2"]);
  });
});

describe("isWorthAnAlert", () => {
  const now = new Date("2026-11-25T12:00:00.000Z");
  const heardBy = (selfId: string, given: Parameters<typeof message>[1] = {}, mutedUntil: string | null = null) =>
    isWorthAnAlert({ message: message(1, given), conversation: conversation(1, { mutedUntil }), selfId, now });

  it("tells of what others say", () => {
    expect(heardBy(alice)).toBe(true);
    expect(isWorthAnAlert({ message: message(1), conversation: undefined, selfId: alice, now })).toBe(true);
  });

  it("tells of nothing that one has said oneself, and of no plain system line", () => {
    expect(heardBy(bob)).toBe(false);
    expect(heardBy(alice, { kind: "system" })).toBe(false);
  });

  it("keeps quiet about a muted conversation, for as long as it is muted", () => {
    expect(heardBy(alice, {}, "2026-11-25T12:00:00.001Z")).toBe(false);
    expect(heardBy(alice, {}, "2026-11-25T12:00:00.000Z")).toBe(true);
  });

  it("tells of what names one, muted or not, and of what names others as of any", () => {
    const muted = "2026-11-25T13:00:00.000Z";
    expect(heardBy(alice, { mentions: [alice] }, muted)).toBe(true);
    expect(heardBy(alice, { mentions: [bob] }, muted)).toBe(false);
    expect(heardBy(bob, { mentions: [bob] }, muted)).toBe(false);
  });
});
