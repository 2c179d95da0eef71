import { type ApiError, asApiError } from "./api.ts";
import { backoffMs } from "./backoff.ts";
import type { Transfer } from "./transfer-file.ts";
import type { Upload } from "./upload.ts";

type Job = Omit<Parameters<Transfer>[0], "onAddress" | "onShare"> & { key: string };
type Deps = {
  transfer: Transfer;
  onChange: (key: string, change: Partial<Pick<Upload, "state" | "share" | "attachmentId" | "error">>) => void;
  /** Where it goes on after a break; null when that is known there no longer. */
  onAddress: (key: string, address: string | null) => void;
  random?: () => number;
};

/** More at once would only make each of them slower. */
const AT_ONCE = 2;
/** So much has to arrive before the page hears of it. */
const STEP = 0.01;

/** A line that is cut, a server that is busy, a session that has ended: not for good. So is a piece that was sent twice. */
const waits = ({ retryable, code }: ApiError): boolean => retryable || code === "unauthenticated" || code === "conflict";

/** Uploads two files at a time in their order, and each for as long as it takes; what the server refuses for good is `refused`. */
export const createUploadQueue = ({ transfer, onChange, onAddress, random = Math.random }: Deps) => {
  const jobs = new Map<string, Job>();
  const running = new Map<string, () => void>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const attempts = new Map<string, number>();

  const release = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };

  const settle = (key: string, work: () => void): void => {
    running.delete(key);
    work();
    pump();
  };

  const finish = (key: string, attachmentId: string): void => {
    jobs.delete(key);
    attempts.delete(key);
    onChange(key, { state: "done", share: 1, attachmentId });
  };

  const wait = (key: string, { retryAfterMs }: ApiError): void => {
    const attempt = attempts.get(key) ?? 0;
    attempts.set(key, attempt + 1);
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        pump();
      }, retryAfterMs ?? backoffMs(attempt, { random })),
    );
    onChange(key, { state: "waiting" });
  };

  const fail = (job: Job, error: ApiError): void => {
    const { key, address } = job;
    // What has lain there for too long begins anew.
    if (error.code === "not_found" && address !== null) {
      job.address = null;
      onAddress(key, null);
      wait(key, error);
    } else if (waits(error)) wait(key, error);
    else {
      jobs.delete(key);
      onChange(key, { state: "refused", error });
    }
  };

  const start = (job: Job): void => {
    const { key } = job;
    let shown = 0;
    const { done, stop } = transfer({
      ...job,
      onAddress: (address) => {
        job.address = address;
        onAddress(key, address);
      },
      onShare: (share) => {
        if (running.get(key) !== stop || Math.abs(share - shown) < STEP) return;
        shown = share;
        attempts.delete(key);
        onChange(key, { share });
      },
    });
    running.set(key, stop);
    onChange(key, { state: "running" });
    const isOver = (): boolean => running.get(key) !== stop;
    done.then(
      (id) => isOver() || settle(key, () => finish(key, id)),
      (thrown: unknown) => isOver() || settle(key, () => fail(job, asApiError(thrown))),
    );
  };

  const pump = (): void => {
    for (const [key, job] of jobs) {
      if (running.size >= AT_ONCE) return;
      if (!running.has(key) && !timers.has(key)) start(job);
    }
  };

  const remove = (key: string): void => {
    release(key);
    jobs.delete(key);
    attempts.delete(key);
    const stop = running.get(key);
    running.delete(key);
    stop?.();
  };

  return {
    add: (job: Job): void => {
      remove(job.key);
      jobs.set(job.key, { ...job });
      onChange(job.key, { state: "waiting", error: null });
      pump();
    },
    /** Stops it where it is. */
    remove: (key: string): void => {
      remove(key);
      pump();
    },
    /** The line is back: what only waits for that goes on at once. */
    wake: (): void => {
      for (const key of [...timers.keys()]) release(key);
      pump();
    },
    stop: (): void => {
      for (const key of [...jobs.keys()]) remove(key);
    },
  };
};
