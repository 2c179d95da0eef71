import { corpusOf } from "#lib/domain/scan/corpus/corpus.ts";
import { scanMessage } from "#lib/domain/scan/scan.policy.ts";

/** How long a scan takes: on the messages of the corpus, and on longer and longer texts. Times are in milliseconds. */

const ROUNDS = 5;
const LENGTHS = [500, 1_000, 2_000, 4_000];
const AIM_MS = 2;

const quantile = (times: readonly number[], share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;

const timesOf = (contents: readonly string[]): number[] =>
  contents
    .map((content) => {
      const start = performance.now();
      scanMessage({ content, stage: "before_booking" });
      return performance.now() - start;
    })
    .sort((one, other) => one - other);

const row = (name: string, times: readonly number[]): void => {
  const cells = [0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(3).padStart(9));
  console.log(name.padEnd(24), ...cells, quantile(times, 0.99) < AIM_MS ? "" : " above the aim");
};

const messages = [...corpusOf("tuning"), ...corpusOf("test")].map(({ content }) => content);
const everything = messages.join(" ");
const cuts = (length: number): string[] =>
  Array.from({ length: 200 }, (_, index) => everything.slice(index * 200, index * 200 + length));

// The first rounds are for the compiler.
timesOf(messages);
timesOf(cuts(1_000));

console.log("".padEnd(24), ...["p50", "p99", "max"].map((head) => head.padStart(9)));
row("corpus", timesOf(Array.from({ length: ROUNDS }, () => messages).flat()));
for (const length of LENGTHS) row(`${length} characters`, timesOf(cuts(length)));
