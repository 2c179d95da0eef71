import { setTimeout as delay } from "node:timers/promises";
import { type Line, median } from "../report.ts";
import { type Rival, residentKilobytes, type Stage, startStage } from "../stage.ts";

/** G4: memory of a connection that says nothing; G5: how many get in in a second; G6: how long until all are back who were cut at once. */

const MANY = Number(process.env.BENCH_CONNECTIONS ?? 5_000);
const SOME = 400;
const ROUNDS = 3;
const AT_ONCE = 32;
const STORM_SECONDS = 60;

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
  const stage = await startStage("product", "relay");
  try {
    const rates: Record<string, number[]> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const rival of stage.rivals) {
        const { connected, seconds } = await connect(stage, rival, SOME);
        rates[rival.name] = [...(rates[rival.name] ?? []), connected / seconds];
        await rival.load.ask("leave", {});
        await delay(500);
      }
    }
    const product = median(rates.product ?? []);
    const relay = median(rates.relay ?? []);
    const ratio = product / relay;
    return [
      {
        goal: "G5",
        what: "sign-ins with greeting a second (0.5 × relay)",
        figures: { product, relay, ratio },
        met: ratio >= 0.5,
      },
    ];
  } finally {
    await stage.stop();
  }
};

const lagOf = async ({ url }: Rival): Promise<number> => {
  const text = await (await fetch(`${url}/api/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(text)?.[1] ?? Number.NaN) * 1_000;
};

export const storm = async (): Promise<Line[]> => {
  const stage = await startStage("product");
  try {
    const [product] = stage.rivals;
    if (!product) return [];
    await connect(stage, product, MANY);
    await lagOf(product);
    const { share95, all, back } = await product.load.ask("storm", { seconds: STORM_SECONDS });
    const lag = await lagOf(product);
    const figures = { back, "95 % s": share95, "all s": all, "event loop p99 ms": lag };
    const met = share95 <= 20 && all <= 45 && lag < 300;
    return [{ goal: "G6", what: `${MANY} cut at once (20 s, 45 s, 300 ms)`, figures, met }];
  } finally {
    await stage.stop();
  }
};
