import { corpusOf, type Labelled, type Part } from "#lib/domain/scan/corpus/corpus.ts";
import { scanMessage } from "#lib/domain/scan/scan.policy.ts";

/**
 * Prints how well the scan tells the corpus apart. `--part tuning` or `--part test` for one part; the misses of the test part
 * only with `--misses`: who tunes the rules looks at its figures and not at its texts.
 */

const parts: Part[] = ["tuning", "test"];
const wanted = process.argv[process.argv.indexOf("--part") + 1];
const showsTestMisses = process.argv.includes("--misses");

type Judged = Labelled & { isFlagged: boolean; rules: string };

const judge = (message: Labelled): Judged => {
  const { outcome, rules } = scanMessage(message);
  return { ...message, isFlagged: outcome !== "allow", rules: rules.map(({ rule }) => rule).join(" ") };
};

const percent = (part: number, whole: number): string => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);

const row = (name: string, messages: readonly Judged[]): string => {
  const scams = messages.filter(({ isScam }) => isScam);
  const caught = scams.filter(({ isFlagged }) => isFlagged).length;
  const wrong = messages.filter(({ isScam, isFlagged }) => !isScam && isFlagged).length;
  const harmless = messages.length - scams.length;
  const cells = [
    percent(caught, caught + wrong),
    percent(caught, scams.length),
    percent(wrong, harmless),
    `${scams.length}/${harmless}`,
  ];
  return [name.padEnd(14), ...cells.map((cell) => cell.padStart(12))].join("");
};

const grouped = (messages: readonly Judged[], by: "language" | "kind"): string[] =>
  [...new Set(messages.map((message) => message[by]))].map((name) =>
    row(
      name,
      messages.filter((message) => message[by] === name),
    ),
  );

const report = (part: Part): void => {
  const judged = corpusOf(part).map(judge);
  console.log(
    `\n${part}`.padEnd(15),
    ...["precision", "recall", "false alarms", "scams/others"].map((head) => head.padStart(11)),
  );
  for (const line of [row("all", judged), ...grouped(judged, "language"), ...grouped(judged, "kind")]) console.log(line);
  if (part === "test" && !showsTestMisses) return;
  for (const { isScam, isFlagged, kind, language, content, rules } of judged)
    if (isScam !== isFlagged)
      console.log(`${isScam ? "missed" : "false alarm"} (${kind}, ${language}): ${content}${rules && ` [${rules}]`}`);
};

for (const part of parts) if (wanted === part || !process.argv.includes("--part")) report(part);
