import { compression } from "./parts/compression.ts";
import { connects, memory, storm } from "./parts/connections.ts";
import { cost } from "./parts/cost.ts";
import { crowd } from "./parts/crowd.ts";
import { group } from "./parts/group.ts";
import { idle } from "./parts/idle.ts";
import { pages } from "./parts/pages.ts";
import { reads } from "./parts/reads.ts";
import { sends } from "./parts/sends.ts";
import { keep, type Line, show } from "./report.ts";
import { stopStages } from "./stage.ts";

/**
 * How the built program does beside bare Socket.IO and PostgreSQL itself (docs/performance.md): `npm run bench` for all parts,
 * `npm run bench -- sends reads` for these. Only what one run compares counts: the same machine is twice as fast a minute later.
 */

const PARTS: Record<string, () => Promise<Line[]>> = {
  sends,
  idle,
  memory,
  connects,
  storm,
  group,
  reads,
  pages,
  compression,
  crowd,
  cost,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(", ")}: ${Object.keys(PARTS).join(", ")}.`);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stopStages().finally(() => process.exit(1)));

const done: Record<string, Line[]> = {};
for (const [name, measure] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  done[name] = await measure();
  show(done[name]);
  console.log(`    ${name} took ${Math.round((performance.now() - start) / 1_000)} s`);
}
console.log(`Kept in ${keep(done)}`);
process.exit(0);
