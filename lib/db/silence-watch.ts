import { setTimeout as delay } from "node:timers/promises";

/** The database does not answer: nothing was done, or nobody knows what was. Recognise it by `code`. */
class DatabaseAway extends Error {
  readonly code = "DATABASE_AWAY";
}

/** Time is counted in these and not by a clock: a process that stood still for a second has not waited for a second. */
const TICK_MS = 250;
/** Work may be under way for so many before it is asked whether anybody is there. */
const WONDER_TICKS = 3;
/** A database that has not said a word for so many is away for those who wait: in all, well within three seconds. */
const PROBE_TICKS = 6;

type Options = {
  /** Asks for a sign of life on a line of its own; rejects when there is none. `end` gives up. */
  probe: () => { answer: Promise<unknown>; end: () => void };
  /** Whether an error says that the database, or the line to it, may be gone. */
  isLoss: (error: unknown) => boolean;
  /** Everything that is under way has been given up: its lines are worth nothing. */
  onLost: () => void;
  onReturn: () => void;
  tickMs?: number;
};
type Work = { ticks: number; giveUp: (error: Error) => void };

/**
 * Tells a database that is slow from one that is gone: frozen, cut off, or ended. A statement may take its five seconds as long as
 * somebody answers beside it; when nobody does, whoever waits is told, and whoever comes is told at once, until a probe is answered.
 */
export const createSilenceWatch = ({ probe, isLoss, onLost, onReturn, tickMs = TICK_MS }: Options) => {
  const underWay = new Set<Work>();
  let isAway = false;
  let isSuspect = false;
  let isStopped = false;
  let looking: Promise<void> | undefined;

  const isAnswered = async (): Promise<boolean> => {
    const { answer, end } = probe();
    const outcome = answer.then(
      () => true,
      () => false,
    );
    let isOver = false;
    void outcome.then(() => {
      isOver = true;
    });
    for (let tick = 0; tick < PROBE_TICKS && !isOver; tick += 1)
      await Promise.race([outcome, delay(tickMs, undefined, { ref: false })]);
    // What has come while this process stood still is read before the next turn.
    const isAlive = await Promise.race([outcome, delay(0, false, { ref: false })]);
    if (!isAlive) end();
    return isAlive;
  };

  const lose = (): void => {
    isAway = true;
    onLost();
    for (const { giveUp } of underWay) giveUp(new DatabaseAway("the database has fallen silent"));
    underWay.clear();
  };

  const look = async (): Promise<void> => {
    isSuspect = false;
    const isThere = await isAnswered();
    if (isStopped) return;
    for (const work of underWay) work.ticks = 0;
    if (isThere && isAway) {
      isAway = false;
      onReturn();
    } else if (!isThere && !isAway) lose();
  };

  const wonder = (): void => {
    let oldest = 0;
    for (const work of underWay) {
      work.ticks += 1;
      oldest = Math.max(oldest, work.ticks);
    }
    if (looking || !(isAway || isSuspect || oldest > WONDER_TICKS)) return;
    looking = look().finally(() => {
      looking = undefined;
    });
  };

  const timer = setInterval(wonder, tickMs);
  timer.unref();

  return {
    isAway: (): boolean => isAway,
    /** Does it, for as long as the database answers. @throws {DatabaseAway} */
    during: <Result>(work: () => Promise<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        if (isAway) return reject(new DatabaseAway("the database is away"));
        const entry: Work = { ticks: 0, giveUp: reject };
        underWay.add(entry);
        work()
          .then(resolve, (error: unknown) => {
            isSuspect ||= isLoss(error);
            reject(error);
          })
          .finally(() => underWay.delete(entry));
      }),
    stop: (): void => {
      isStopped = true;
      clearInterval(timer);
    },
  };
};
