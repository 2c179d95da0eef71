/**
 * A scene is a short talk, written like a play. `S:` and `A:` are the one who began the conversation, `L:` and `B:` the other.
 *
 *     ? garden                 only in a house with a garden
 *     S: Could I see it on {day:2} at {time}?
 *     L: [Of course|Gladly], ring the upper bell.
 *     @2 {time}                two days after the scene began, at that time
 *     S: I am at the door!
 *     ~2h                      two hours (or minutes, 20m) later
 *     L^2: text                an answer to the message two lines above
 */
export type Phase =
  | "opening"
  | "question"
  | "viewing"
  | "contract"
  | "arrival"
  | "moving-in"
  | "living"
  | "ending"
  | "meeting"
  | "friends";
export type Language = "de" | "es" | "fr";
export type Side = 0 | 1;

type Wait = { kind: "beat" } | { kind: "pause"; minutes: number } | { kind: "at"; day: number; clock: string };
type Line = { by: Side; text: string; wait: Wait; repliesBack: number | null };
export type Scene = { key: string; phase: Phase; language: Language | null; needs: string[]; lines: Line[] };

const SPOKEN = /^([SALB])(?:\^(\d+))?: (.+)$/;
const PAUSE = /^~(\d+)([mh])$/;
const AT = /^@(\d+) (\S+)$/;
const BEAT: Wait = { kind: "beat" };

const readWait = (row: string): Wait | null => {
  const pause = PAUSE.exec(row);
  if (pause) return { kind: "pause", minutes: Number(pause[1]) * (pause[2] === "h" ? 60 : 1) };
  const at = AT.exec(row);
  return at ? { kind: "at", day: Number(at[1]), clock: at[2] ?? "" } : null;
};

const readLine = (row: string, wait: Wait): Line => {
  const spoken = SPOKEN.exec(row);
  if (!spoken) throw new Error(`This row of a scene says nothing: "${row}"`);
  const [, speaker = "", back, text = ""] = spoken;
  return { by: "SA".includes(speaker) ? 0 : 1, text, wait, repliesBack: back === undefined ? null : Number(back) };
};

/** Reads one script; a row that is no line, wait or need is an error. */
export const readScript = (script: string): Pick<Scene, "needs" | "lines"> => {
  const rows = script
    .split("\n")
    .map((row) => row.trim())
    .filter((row) => row !== "");
  const needs = rows.filter((row) => row.startsWith("? ")).map((row) => row.slice(2));
  const lines: Line[] = [];
  let wait: Wait = BEAT;
  for (const row of rows.filter((row) => !row.startsWith("? "))) {
    const next = readWait(row);
    if (!next) lines.push(readLine(row, wait));
    wait = next ?? BEAT;
  }
  return { needs, lines };
};

/** Who names a flatmate lives with one. */
const needsOf = (script: string, needs: string[]): string[] =>
  script.includes("{flatmate") && !needs.includes("shared") ? [...needs, "shared"] : needs;

/** The scenes of one phase, from their scripts by name. */
export const scenes = (phase: Phase, scripts: Record<string, string>, language: Language | null = null): Scene[] =>
  Object.entries(scripts).map(([name, script]) => {
    const { needs, lines } = readScript(script);
    return { key: [phase, language, name].filter(Boolean).join("/"), phase, language, needs: needsOf(script, needs), lines };
  });
