import { setTimeout as delay } from "node:timers/promises";
import { type Line, median } from "../report.ts";
import { builds, processorSeconds, type Rival, residentKilobytes, type Stage, startStage } from "../stage.ts";

/** G4: memory of a connection that says nothing; G5: how many get in in a second; G6: how long until all are back who were cut at once. */

const MANY = Number(process.env.BENCH_CONNECTIONS ?? 5_000);
const SOME = 400;
const ROUNDS = 3;
const AT_ONCE = 32;
const STORM_SECONDS = 60;
/** A balancer waits no longer for an answer. */
const HEALTH_MS = 3_000;

const connect = async (stage: Stage, rival: Rival, count: number) =>
  rival.load.ask("connect", { url: rival.url, seats: await stage.seats(rival, count), atOnce: AT_ONCE });

export const memory = async (): Promise<Line[]> => {
  const stage = await startStage("product", ...(process.env.BENCH_BEFORE ? (["before"] as const) : []), "relay");
  try {
    const each: Record<string, number> = {};
    for (const rival of stage.rivals) {
      // What the first connections warm up is not theirs.
      await connect(stage, rival, 100);
      await rival.load.ask("leave", {});
      const before = residentKilobytes(rival);
      await connect(stage, rival, MANY);
      await delay(3_000);
      each[rival.name] = (residentKilobytes(rival) - before) / MANY;
      await rival.load.ask("leave", {});
    }
    const { product = 0, relay = 0 } = each;
    const what = `kB of memory for each of ${MANY} connections (1.5 × relay, 30)`;
    const met = product <= 1.5 * relay && product <= 30;
    return [{ goal: "G4", what, figures: { ...each, ratio: product / relay }, met }];
  } finally {
    await stage.stop();
  }
};

export const connects = async (): Promise<Line[]> => {
  const stage = await startStage(...builds(), "relay");
  try {
    const rates: Record<string, number[]> = {};
    const costs: Record<string, number[]> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const rival of stage.rivals) {
        const before = processorSeconds(rival);
        const { connected, seconds } = await connect(stage, rival, SOME);
        rates[rival.name] = [...(rates[rival.name] ?? []), connected / seconds];
        costs[rival.name] = [...(costs[rival.name] ?? []), ((processorSeconds(rival) - before) / connected) * 1_000];
        await rival.load.ask("leave", {});
        await delay(500);
      }
    }
    const rate = (name: string): number => median(rates[name] ?? []);
    const cost = (name: string): number => median(costs[name] ?? []);
    const ratio = rate("product") / rate("relay");
    return [
      ...stage.rivals.map(({ name }) => ({
        goal: "G5",
        what: `${name}: sign-ins with greeting a second, and the process's time of each`,
        figures: { "a second": rate(name), ms: cost(name) },
      })),
      { goal: "G5", what: "product / relay (0.5)", figures: { ratio }, met: ratio >= 0.5 },
    ];
  } finally {
    await stage.stop();
  }
};

const lagOf = async ({ url }: Rival): Promise<number> => {
  const text = await (await fetch(`${url}/api/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(text)?.[1] ?? Number.NaN) * 1_000;
};

/** Asks for the server's health each second until it is ended, as a balancer does. Resolves then to how often it was not well. */
const watchHealth = ({ url }: Rival) => {
  let failures = 0;
  const ended = new AbortController();
  const watch = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      const signal = AbortSignal.timeout(HEALTH_MS);
      const isWell = await fetch(`${url}/api/health`, { signal }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (!isWell) failures += 1;
      await delay(1_000);
    }
  };
  const watching = watch();
  return async (): Promise<number> => {
    ended.abort();
    await watching;
    return failures;
  };
};

const stormOf = async (stage: Stage, rival: Rival): Promise<Line> => {
  await connect(stage, rival, MANY);
  await lagOf(rival);
  const endWatch = watchHealth(rival);
  const before = processorSeconds(rival);
  const { share95, all, back, refusals } = await rival.load.ask("storm", { seconds: STORM_SECONDS });
  const seconds = processorSeconds(rival) - before;
  const unwell = await endWatch();
  const lag = await lagOf(rival);
  await rival.load.ask("leave", {});
  const figures = { back, refusals, "95 % s": share95, "all s": all, "p99 ms": lag, unwell, "processor s": seconds };
  const met = share95 <= 20 && all <= 45 && lag < 300 && unwell === 0;
  return { goal: "G6", what: `${rival.name}: ${MANY} cut at once (20 s, 45 s, 300 ms, 0)`, figures, met };
};

export const storm = async (): Promise<Line[]> => {
  const stage = await startStage(...builds());
  try {
    const lines: Line[] = [];
    for (const rival of stage.rivals) lines.push(await stormOf(stage, rival));
    return lines;
  } finally {
    await stage.stop();
  }
};
