import { describe, expect, it } from "vitest";
import { messageStatus } from "./message-status.ts";
import { alice, bob, carol, participant } from "./testing/conversations.ts";

const status = (...others: [userId: string, delivered: number, read: number][]) =>
  messageStatus(5, alice, [participant(alice, 5), ...others.map(([id, delivered, read]) => participant(id, delivered, read))]);

describe("messageStatus", () => {
  it("is sent, delivered, read as the other one's marks reach it", () => {
    expect(status([bob, 4, 4])).toBe("sent");
    expect(status([bob, 5, 4])).toBe("delivered");
    expect(status([bob, 5, 5])).toBe("read");
    expect(status([bob, 9, 7])).toBe("read");
  });

  it("waits for everybody", () => {
    expect(status([bob, 5, 5], [carol, 4, 0])).toBe("sent");
    expect(status([bob, 5, 5], [carol, 5, 4])).toBe("delivered");
    expect(status([bob, 5, 5], [carol, 5, 5])).toBe("read");
  });

  it("stays sent where nobody else is", () => {
    expect(status()).toBe("sent");
  });
});
