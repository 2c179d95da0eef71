import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ErrorCode } from "#lib/contract/errors.ts";
import { ApiError } from "./api.ts";
import { conversationId } from "./testing/conversations.ts";
import { deferred } from "./testing/deferred.ts";
import type { Transfer } from "./transfer-file.ts";
import { createUploadQueue } from "./upload-queue.ts";

type Run = Parameters<Transfer>[0] & { arrive: (id: string) => void; break: (error: ApiError) => void; isStopped: boolean };

/** A queue, and a line of which the test says what becomes of each file on it. */
const openQueue = () => {
  const runs: Run[] = [];
  const told: string[] = [];
  const addresses: (string | null)[] = [];
  const queue = createUploadQueue({
    transfer: (given) => {
      const { promise, resolve, reject } = deferred<string>();
      const run: Run = { ...given, arrive: resolve, break: reject, isStopped: false };
      runs.push(run);
      return {
        done: promise,
        stop: () => {
          run.isStopped = true;
        },
      };
    },
    onChange: (key, { state, share, attachmentId, error }) =>
      told.push([key, state, share, attachmentId, error?.code].filter((part) => part !== undefined).join(" ")),
    onAddress: (_, address) => addresses.push(address),
    random: () => 1,
  });
  const add = (name: string, address: string | null = null): void =>
    queue.add({ key: name, name, file: new Blob([name]), conversationId: conversationId(), durationMs: null, address });
  const running = () => runs.filter(({ isStopped }) => !isStopped).map(({ name }) => name);
  return { queue, add, runs, told, addresses, running };
};
const settle = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const refusal = (code: ErrorCode, given = {}) => new ApiError(code, given);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("an upload queue", () => {
  it("uploads two at a time, in their order", async () => {
    const { add, runs, running, told } = openQueue();
    for (const name of ["a", "b", "c"]) add(name);
    expect(running()).toEqual(["a", "b"]);
    runs[1]?.arrive("id of b");
    await settle();
    expect(running()).toEqual(["a", "b", "c"]);
    expect(told).toContain("b done 1 id of b");
  });

  it("goes on after a break from where the server stands, later and later, and at once when the line is back", async () => {
    const { queue, add, runs } = openQueue();
    add("a");
    runs[0]?.onAddress("/api/uploads/1");
    runs[0]?.break(refusal("unavailable"));
    await settle(999);
    expect(runs).toHaveLength(1);
    await settle(1);
    expect(runs[1]?.address).toBe("/api/uploads/1");
    runs[1]?.break(refusal("unavailable"));
    await settle(1_999);
    expect(runs).toHaveLength(2);
    queue.wake();
    expect(runs).toHaveLength(3);
  });

  it("waits as long as the server asks for", async () => {
    const { add, runs } = openQueue();
    add("a");
    runs[0]?.break(refusal("rate_limited", { retryAfterMs: 90_000 }));
    await settle(89_999);
    expect(runs).toHaveLength(1);
    await settle(1);
    expect(runs).toHaveLength(2);
  });

  it("begins anew what the server has no longer, and takes a refusal for what it is", async () => {
    const { add, runs, told, addresses } = openQueue();
    add("a", "/api/uploads/old");
    runs[0]?.break(refusal("not_found"));
    await settle(1_000);
    expect(runs[1]?.address).toBeNull();
    expect(addresses).toEqual([null]);
    runs[1]?.break(refusal("content_rejected"));
    await settle(60_000);
    expect(runs).toHaveLength(2);
    expect(told.at(-1)).toBe("a refused content_rejected");
  });

  it("says nothing more of what was stopped", async () => {
    const { queue, add, runs, told } = openQueue();
    add("a");
    queue.remove("a");
    expect(runs[0]?.isStopped).toBe(true);
    const before = [...told];
    runs[0]?.onShare(0.5);
    runs[0]?.arrive("id");
    await settle(60_000);
    expect(told).toEqual(before);
  });
});
