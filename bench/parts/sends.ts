import type { SendAnswer } from "../load/requests.ts";
import { type Line, median } from "../report.ts";
import { hasEjabberd } from "../rivals/ejabberd.ts";
import { builds, type Rival, type Stage, startStage } from "../stage.ts";
import { commitsOf } from "./commits.ts";
import { createDuel } from "./duel.ts";

/** G1: how many messages a second get through with a p99 below 250 ms and none lost; G2: how late they are at half of that. */

const SEATS = 100;
const LATE_MS = 250;
const STEP = 1.3;
const STEP_SECONDS = 2;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);
/** Where the search for a maximum begins. */
const FIRST: Record<string, number> = { product: 600, before: 600, relay: 6_000, ordinary: 300, ejabberd: 600 * STEP ** 2 };

const isFine = ({ sent, acked, delivered, expected, delivery }: SendAnswer): boolean =>
  acked === sent && delivered === expected && delivery.p99 < LATE_MS;

/** How many messages each was sent, to be compared with what it has kept. */
const said: Record<string, number> = {};

const send = async ({ name, load }: Rival, rate: number, seconds = STEP_SECONDS): Promise<SendAnswer> => {
  const answer = await load.ask("send", { rate, seconds, receivers: 1 });
  said[name] = (said[name] ?? 0) + answer.sent;
  return answer;
};

/** A rate that failed is tried once more, for the machine has other things to do. */
const getsThrough = async (rival: Rival, rate: number): Promise<boolean> =>
  isFine(await send(rival, rate)) || isFine(await send(rival, rate));

/** Higher and higher until it bends, and then half a step above the last that was fine. */
const maximumOf = async (rival: Rival, first: number): Promise<number> => {
  let best = 0;
  for (let rate = first; await getsThrough(rival, rate); rate *= STEP) best = rate;
  if (best === 0) return first > 50 ? maximumOf(rival, first / 2) : 0;
  const between = best * Math.sqrt(STEP);
  return (await getsThrough(rival, between)) ? between : best;
};

const seat = async (stage: Stage): Promise<void> => {
  for (const rival of stage.rivals) {
    await rival.load.ask("connect", { url: rival.url, seats: await stage.seats(rival, SEATS), atOnce: 10 });
    await send(rival, FIRST[rival.name] ?? 0, 1);
  }
};

export const sends = async (): Promise<Line[]> => {
  const stage = await startStage(...builds(), "relay", "ordinary", ...(hasEjabberd() ? (["ejabberd"] as const) : []));
  const duel = createDuel(stage, send);
  try {
    await seat(stage);
    const commits = await commitsOf(stage);
    const rounds: Record<string, number[]> = {};
    const late: Record<string, number[]> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const rival of stage.rivals) {
        const { name } = rival;
        const from = rounds[name] ? Math.max(...rounds[name]) / STEP ** 2 : (FIRST[name] ?? 0);
        const maximum = await maximumOf(rival, from);
        rounds[name] = [...(rounds[name] ?? []), maximum];
        late[name] = [...(late[name] ?? []), (await send(rival, maximum / 2)).delivery.p99];
      }
      await duel.fight(rounds.ejabberd?.at(-1) ?? 0);
    }
    const top = (name: string) => median(rounds[name] ?? []);
    const p99 = (name: string) => median(late[name] ?? []);
    const ratio = top("product") / top("relay");
    const ordinary = top("product") / top("ordinary");
    return [
      ...stage.rivals.map(({ name }) => ({
        goal: "G1",
        what: `${name}: most messages a second in each round`,
        figures: Object.fromEntries((rounds[name] ?? []).map((value, index) => [`${index + 1}:`, value])),
      })),
      ...commits,
      { goal: "G1", what: "product / relay without a database (0.40)", figures: { ratio }, met: ratio >= 0.4 },
      { goal: "G1", what: "product / a transaction for each message (6)", figures: { ratio: ordinary }, met: ordinary >= 6 },
      ...stage.rivals.map(({ name }) => ({
        goal: "G2",
        what: `${name}: delivery at half of its own maximum`,
        figures: { rate: top(name) / 2, "p99 ms": p99(name) },
      })),
      {
        goal: "G2",
        what: "product / relay, p99 each at half of its own (1)",
        figures: { ratio: p99("product") / p99("relay") },
        met: p99("product") <= p99("relay"),
      },
      ...(await duel.lines(top, (name) => said[name] ?? 0)),
    ];
  } finally {
    await stage.stop();
  }
};
