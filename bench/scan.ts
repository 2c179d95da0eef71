import path from "node:path";
import { build } from "esbuild";
import { corpusOf } from "#lib/domain/scan/corpus/corpus.ts";

/**
 * How long a scan takes: on the messages of the corpus, and on longer and longer texts; the best of each text (a machine has other
 * things to do) and all tries, in milliseconds. The scan is bundled as the server is: run from its sources, the names of functions
 * cost as much as the scan.
 */

const ROUNDS = 5;
const LENGTHS = [500, 1_000, 2_000, 4_000];
const AIM_MS = 2;

const quantile = (times: readonly number[], share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;

const OUTFILE = "dist/scan.mjs";
await build({
  entryPoints: ["lib/domain/scan/scan.policy.ts"],
  outfile: OUTFILE,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
});
const { scanMessage }: typeof import("#lib/domain/scan/scan.policy.ts") = await import(path.resolve(OUTFILE));

const timeOf = (content: string): number => {
  const start = performance.now();
  scanMessage({ content, stage: "before_booking" });
  return performance.now() - start;
};

const inOrder = (times: number[]): number[] => times.sort((one, other) => one - other);

/** Every time that was taken, and the best of each text. */
const timesOf = (contents: readonly string[]) => {
  const rounds = Array.from({ length: ROUNDS }, () => contents.map(timeOf));
  const best = contents.map((_, index) => Math.min(...rounds.map((times) => times[index] ?? Number.POSITIVE_INFINITY)));
  return { all: inOrder(rounds.flat()), best: inOrder(best) };
};

const row = (name: string, { all, best }: ReturnType<typeof timesOf>): void => {
  const figures = [quantile(best, 0.5), quantile(best, 0.99), quantile(all, 0.5), quantile(all, 0.99)];
  const cells = figures.map((ms) => ms.toFixed(3).padStart(9));
  console.log(name.padEnd(24), ...cells, quantile(best, 0.99) < AIM_MS ? "" : " above the aim");
};

const messages = [...corpusOf("tuning"), ...corpusOf("test")].map(({ content }) => content);
const everything = messages.join(" ");
const cuts = (length: number): string[] =>
  Array.from({ length: 200 }, (_, index) => everything.slice(index * 200, index * 200 + length));

// The first rounds are for the compiler.
timesOf(messages);

console.log("".padEnd(24), ...["best p50", "best p99", "all p50", "all p99"].map((head) => head.padStart(9)));
row("corpus", timesOf(messages));
for (const length of LENGTHS) row(`${length} characters`, timesOf(cuts(length)));
