import fs from "node:fs";
import path from "node:path";
import type { ScanRelation, ScanStage } from "#lib/contract/scan.ts";

const LANGUAGES = ["en", "de", "es", "fr"] as const;

/** Rules are tuned on the one part and judged on the other. */
export type Part = "tuning" | "test";
export type Labelled = {
  content: string;
  isScam: boolean;
  kind: string;
  language: (typeof LANGUAGES)[number];
  stage: ScanStage;
  relation: ScanRelation;
};

const folder = import.meta.dirname;
const HEADING = /^= (?<kind>\S+) (?<stage>before_booking|after_booking)(?: (?<relation>first_contact|known))?$/;

/** One message a line, `\n` for a line break, under headings that say `= kind stage [relation]`. */
const parse = (text: string, file: string): Pick<Labelled, "content" | "kind" | "stage" | "relation">[] => {
  let heading: Pick<Labelled, "kind" | "stage" | "relation"> | undefined;
  return text.split("\n").flatMap((line) => {
    if (line.trim() === "") return [];
    const groups = HEADING.exec(line)?.groups;
    if (groups) {
      const { kind = "", stage, relation = "first_contact" } = groups;
      heading = { kind, stage: stage as ScanStage, relation: relation as ScanRelation };
      return [];
    }
    if (!heading || line.startsWith("=")) throw new Error(`${file} has a line without a heading: ${line}`);
    return [{ ...heading, content: line.replaceAll("\\n", "\n") }];
  });
};

const messagesOf = (part: Part, label: "scam" | "harmless", language: Labelled["language"]): Labelled[] => {
  const file = path.join(folder, part, `${label}.${language}.txt`);
  return parse(fs.readFileSync(file, "utf8"), file).map((message) => ({ ...message, isScam: label === "scam", language }));
};

/** All labelled messages of one part. */
export const corpusOf = (part: Part): Labelled[] =>
  (["scam", "harmless"] as const).flatMap((label) => LANGUAGES.flatMap((language) => messagesOf(part, label, language)));
