/** Digits that belong together, however they are written. */
export type NumberRun = {
  digits: string;
  from: number;
  to: number;
  spelled: number;
  groups: readonly string[];
  hasPlus: boolean;
};

const NUMBER_WORDS = new Map(Object.entries({
  zero: "0", oh: "0", nought: "0", hundred: "00", one: "1", two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9",
  null: "0", eins: "1", ein: "1", zwei: "2", zwo: "2", drei: "3", vier: "4", funf: "5", fuenf: "5", sechs: "6", sieben: "7", acht: "8", neun: "9",
  cero: "0", uno: "1", un: "1", dos: "2", tres: "3", cuatro: "4", cinco: "5", seis: "6", siete: "7", ocho: "8", nueve: "9",
  une: "1", deux: "2", trois: "3", quatre: "4", cinq: "5", sept: "7", huit: "8", neuf: "9",
  ten: "10", eleven: "11", twelve: "12", dix: "10", onze: "11", douze: "12", treize: "13", quatorze: "14", quinze: "15", seize: "16",
  vingt: "20", trente: "30", quarante: "40", cinquante: "50", soixante: "60", veinte: "20", treinta: "30", cuarenta: "40", cincuenta: "50",
  sesenta: "60", setenta: "70", ochenta: "80", noventa: "90", diez: "10", once: "11", doce: "12", trece: "13", catorce: "14", zwanzig: "20",
  dreissig: "30", vierzig: "40", funfzig: "50", sechzig: "60", siebzig: "70", achtzig: "80", neunzig: "90", zehn: "10", elf: "11", zwolf: "12",
  twenty: "20", thirty: "30", forty: "40", fifty: "50", sixty: "60", seventy: "70", eighty: "80", ninety: "90",
})); // biome-ignore format: a table

const PIECE = /[\p{L}\p{N}]+/gu;
const LIKE_DIGITS = /^(?=[oil]*\d)[\doil]{2,}$/;
const DATE =
  /(?<![\d./-])(?:(?:[0-3]?\d[./-](?:0?\d|1[0-2])[./-](?:20)?\d\d)|(?:20\d\d-[01]\d-[0-3]\d)|(?:[0-3]?\d\.(?:0?\d|1[0-2])\.))(?![./-]?\d)/g;
const TIME = /(?<!\d)[0-2]?\d ?(?::|h|uhr) ?[0-5]\d(?!\d)/g;
const LONGEST_GAP = 4;
const FILLERS = new Set(["and", "then", "double", "triple", "und", "dann", "doppel", "y", "luego", "doble", "et", "puis"]);

/** What no number begins with needs no closer look. */
const mayBeDigits = (code: number): boolean => (code >= 48 && code <= 57) || code === 105 || code === 108 || code === 111;

const digitsOf = (piece: string): { digits: string; spelled: boolean } | undefined => {
  if (mayBeDigits(piece.charCodeAt(0))) {
    if (/^\d+$/.test(piece)) return { digits: piece, spelled: false };
    if (LIKE_DIGITS.test(piece)) return { digits: piece.replace(/o/g, "0").replace(/[il]/g, "1"), spelled: false };
  }
  const word = NUMBER_WORDS.get(piece);
  return word === undefined ? undefined : { digits: word, spelled: true };
};

const blank = (found: string): string => "|".repeat(found.length);

/** All runs of digits in a folded text; days and times of day are none. */
export const numbersIn = (folded: string): NumberRun[] => {
  const text = /\d/.test(folded) ? folded.replace(DATE, blank).replace(TIME, blank) : folded;
  const runs: NumberRun[] = [];
  let open: (NumberRun & { groups: string[] }) | undefined;
  for (const match of text.matchAll(PIECE)) {
    const read = digitsOf(match[0]);
    const end = match.index + match[0].length;
    if (!read) {
      // `… and then …`, `double`: said between digits.
      if (open && FILLERS.has(match[0]) && match.index - open.to <= LONGEST_GAP) open.to = end;
      else open = undefined;
      continue;
    }
    const gap = open && text.slice(open.to, match.index);
    if (open && gap !== undefined && gap.length <= LONGEST_GAP && !/[|:;+]/.test(gap)) {
      open.digits += read.digits;
      open.groups.push(read.digits);
      open.spelled += read.spelled ? 1 : 0;
      open.to = end;
    } else {
      const hasPlus = /\+ ?\(?$/.test(text.slice(Math.max(0, match.index - 3), match.index));
      open = { digits: read.digits, groups: [read.digits], spelled: read.spelled ? 1 : 0, from: match.index, to: end, hasPlus };
      runs.push(open);
    }
  }
  return runs;
};
