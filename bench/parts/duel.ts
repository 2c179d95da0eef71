import { watchPostgres } from "../processor.ts";
import { type Line, median } from "../report.ts";
import { archivedBy, EJABBERD_PACKAGES } from "../rivals/ejabberd.ts";
import { processorSeconds, type Rival, type Stage } from "../stage.ts";

/** The product beside ejabberd, one after the other at the same rate: how late deliveries are, and what a message takes of the processor. */

/** Where a message is nearly alone. */
const QUIET_RATE = 300;
const PATIENCE_MS = 10_000;

type Send = (rival: Rival, rate: number) => Promise<{ sent: number; delivered: number; delivery: { p50: number; p99: number } }>;
type Round = Record<"rate" | "missing" | "p50" | "p99" | "server" | "postgres" | "written", number>;

const measure = async (rival: Rival, rate: number, send: Send): Promise<Round> => {
  if (!rival.sql) throw new Error(`${rival.name} has no database`);
  const sinceThen = await watchPostgres(rival.sql);
  const before = processorSeconds(rival);
  const { sent, delivered, delivery } = await send(rival, rate);
  const server = ((processorSeconds(rival) - before) * 1_000) / sent;
  const { seconds, written } = await sinceThen();
  const { p50, p99 } = delivery;
  return { rate, missing: sent - delivered, p50, p99, server, postgres: (seconds * 1_000) / sent, written: written / sent };
};

/** Rows of its archive for each of so many messages, once no more come: 2, where everything was stored for both sides. */
const archivedOfEach = async ({ sql }: Rival, said: number): Promise<number> => {
  if (!sql) return 0;
  const until = performance.now() + PATIENCE_MS;
  let rows = await archivedBy(sql);
  while (rows < 2 * said && performance.now() < until) rows = await archivedBy(sql);
  return rows / said;
};

/** One after the other at one rate. */
type Bout = { what: string; product: Round; ejabberd: Round };

const linesOf = ({ what, ...both }: Bout): Line[] =>
  (["product", "ejabberd"] as const).map((name) => {
    const { rate, missing, p50, p99, server, postgres, written } = both[name];
    const late = { rate, "p50 ms": p50, "p99 ms": p99, missing };
    const figures = { ...late, "server ms": server, "PostgreSQL ms": postgres, "bytes of WAL": written };
    return { goal: "G2", what: `${name}: ${what}, each`, figures };
  });

export const createDuel = (stage: Stage, send: Send) => {
  const find = (name: string) => stage.rivals.find((rival) => rival.name === name);
  const [product, ejabberd] = [find("product"), find("ejabberd")];
  const halves: Bout[] = [];
  const quiet: Bout[] = [];

  return {
    /** Both at half of ejabberd's maximum, and where a message is nearly alone. */
    fight: async (maximum: number): Promise<void> => {
      if (!product || !ejabberd) return;
      const bout = async (what: string, rate: number): Promise<Bout> => {
        const theirs = await measure(ejabberd, rate, send);
        return { what, product: await measure(product, rate, send), ejabberd: theirs };
      };
      halves.push(await bout("at half of ejabberd's maximum", maximum / 2));
      quiet.push(await bout("nearly alone", QUIET_RATE));
    },

    /** What came of it; `top` is the most a second of a server, `said` how many messages it got. */
    lines: async (top: (name: string) => number, said: (name: string) => number): Promise<Line[]> => {
      if (!product || !ejabberd) {
        const figures = {};
        return [{ goal: "G1", what: `ejabberd is not on this machine: apt-get install ${EJABBERD_PACKAGES}`, figures }];
      }
      const ratio = top("product") / top("ejabberd");
      const late = median(halves.map((one) => one.product.p99 / one.ejabberd.p99));
      const rows = await archivedOfEach(ejabberd, said("ejabberd"));
      return [
        { goal: "G1", what: "product / ejabberd (10)", figures: { ratio }, met: ratio >= 10 },
        { goal: "G1", what: "ejabberd: rows of the archive for each message", figures: { rows } },
        { goal: "G2", what: "product / ejabberd, p99 at half of ejabberd's (0.3)", figures: { ratio: late }, met: late <= 0.3 },
        ...[...halves, ...quiet].flatMap(linesOf),
      ];
    },
  };
};
