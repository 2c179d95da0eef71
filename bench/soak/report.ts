import type { backendsOf, footprintOf } from "./footprint.ts";
import type { Tally } from "./requests.ts";
import { slopeOf } from "./slope.ts";

/** What is known after a round of a soak; memory in mebibytes, shares of one core. */
export type Line = Awaited<ReturnType<typeof footprintOf>> &
  ReturnType<typeof backendsOf> &
  Tally & { at: string; minutes: number; actions: number; serverShare: number; loadShare: number; loadAverage: number };

/** Once it is warm the heap may not surely rise by more, in mebibytes an hour, and not by more than a part of itself. */
const HEAP_MIB_AN_HOUR = 2;
const HEAP_PART = 0.05;
/** Compilers, pools and caches fill in the first part of a run. */
const WARM_UP = 0.25;

const MEASURED = ["heap", "code", "external", "rss", "backendMib"] as const;

/** Prints a table and what rises. Whether the heap stays as it is. */
export const report = (lines: Line[]): boolean => {
  console.table(
    lines.map((line) => ({
      minutes: line.minutes,
      actions: line.actions,
      newcomers: line.newcomers,
      heap: line.heap,
      external: line.external,
      code: line.code,
      rss: line.rss,
      sockets: line.resources.TCPSocketWrap ?? 0,
      timers: line.resources.Timeout ?? 0,
      backends: line.backends,
      "backends MiB": line.backendMib,
      server: line.serverShare,
      load: line.loadShare,
    })),
  );
  const warm = lines.filter(({ minutes }) => minutes > (lines.at(-1)?.minutes ?? 0) * WARM_UP);
  const round = (value: number): string => value.toFixed(3);
  const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
  const said = ({ slope, error }: { slope: number; error: number }): string => `${round(slope)} ± ${round(error)}`;
  console.table(
    Object.fromEntries(
      MEASURED.map((name) => [
        name,
        {
          "MiB an hour": said(slopeOf(warm.map((line) => [line.minutes / 60, line[name]]))),
          "MiB per 1,000 actions": said(slopeOf(warm.map((line) => [line.actions / 1_000, line[name]]))),
          "kB per newcomer": said(slopeOf(warm.map((line) => [line.newcomers, line[name] * 1_024]))),
        },
      ]),
    ),
  );
  const { slope, error } = slopeOf(warm.map((line) => [line.minutes / 60, line.heap]));
  const [first] = warm;
  const part = first ? Math.max(...warm.map(({ heap }) => heap)) / first.heap - 1 : 0;
  const isFlat = !(slope - 2 * error > HEAP_MIB_AN_HOUR) && part <= HEAP_PART;
  console.log(`Failed: ${JSON.stringify(lines.at(-1)?.failed)}`);
  const verdict = isFlat ? "stays" : "RISES";
  console.log(
    `The heap ${Number.isNaN(slope) ? "was looked at too rarely to say" : verdict}: ${said({ slope, error })} MiB an hour once it is warm (${HEAP_MIB_AN_HOUR} at the most), by ${percent(part)} (${percent(HEAP_PART)}).`,
  );
  return isFlat;
};
