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

export const createDuel = (stage: Stage, send: Send) => {
  const find = (name: string) => stage.rivals.find((rival) => rival.name === name);
  const [product, ejabberd] = [find("product"), find("ejabberd")];
  const rounds: Record<string, Round[]> = {};
  const middle = (kind: string, name: string, figure: keyof Round): number =>
    median((rounds[`${kind} ${name}`] ?? []).map((one) => one[figure]));

  return {
    /** Both at half of ejabberd's maximum, and where a message is nearly alone. */
    fight: async (maximum: number): Promise<void> => {
      if (!product || !ejabberd) return;
      for (const [kind, rate] of Object.entries({ half: maximum / 2, quiet: QUIET_RATE }))
        for (const rival of [ejabberd, product]) {
          const key = `${kind} ${rival.name}`;
          rounds[key] = [...(rounds[key] ?? []), await measure(rival, rate, send)];
        }
    },

    /** What came of it; `top` is the most a second of a server, `said` how many messages it got. */
    lines: async (top: (name: string) => number, said: (name: string) => number): Promise<Line[]> => {
      if (!product || !ejabberd) {
        const figures = {};
        return [{ goal: "G1", what: `ejabberd is not on this machine: apt-get install ${EJABBERD_PACKAGES}`, figures }];
      }
      const ratio = top("product") / top("ejabberd");
      const late = middle("half", "product", "p99") / middle("half", "ejabberd", "p99");
      const archived = await archivedOfEach(ejabberd, said("ejabberd"));
      return [
        { goal: "G1", what: "product / ejabberd (10)", figures: { ratio }, met: ratio >= 10 },
        { goal: "G1", what: "ejabberd: rows of the archive for each message", figures: { rows: archived } },
        {
          goal: "G2",
          what: "product / ejabberd, p99 both at half of ejabberd's maximum (0.3)",
          figures: { ratio: late },
          met: late <= 0.3,
        },
        ...["half", "quiet"].flatMap((kind) =>
          [product, ejabberd].map(({ name }) => ({
            goal: "G2",
            what: `${name}: ${kind === "half" ? "at half of ejabberd's maximum" : "nearly alone"}`,
            figures: {
              rate: middle(kind, name, "rate"),
              "p50 ms": middle(kind, name, "p50"),
              "p99 ms": middle(kind, name, "p99"),
              missing: middle(kind, name, "missing"),
              "server ms each": middle(kind, name, "server"),
              "PostgreSQL ms each": middle(kind, name, "postgres"),
              "bytes of WAL each": middle(kind, name, "written"),
            },
          })),
        ),
      ];
    },
  };
};
