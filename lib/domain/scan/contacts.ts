import { isValidIBAN } from "ibantools";
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { type NumberRun, numbersIn } from "./numbers.ts";

/** Ways to reach or pay somebody that stand in a text. */
export type Contacts = { phones: number; mails: number; ibans: number };

/** Numbers behind these words are no telephones: `booking number 2027 0038841`. */
const REFERENCE =
  /^(?:contract|booking|reference|ref|invoice|order|tracking|vertrag|buchung|rechnung|matrikel|kunden|aktenzeichen|steuer|reserva|contrat|factura|pedido|expediente|matricula|catastral|dossier|facture|commande|student|isbn|application|listing|ad|bewerbung|anzeige|solicitud|anuncio|candidature|annonce|inserat|registration|meldung|insurance|versicherung|policy|poliza|id)/;
const REFERENCE_WORDS = 3;

const isReference = (before: string): boolean =>
  before
    .split(/[^a-z]/)
    .filter((word) => word !== "")
    .slice(-REFERENCE_WORDS)
    .some((word) => REFERENCE.test(word));

const MONEY_AROUND = /^ ?(?:eur|usd|gbp|\$|qm|m2|sqm|km)/;
const MONEY_BEFORE = /(?:eur|usd|gbp|\$) ?$/;
const COUNTRIES: CountryCode[] = ["DE", "FR", "GB", "ES"];
const NEAR_LETTERS = 45;

const isPossible = (digits: string, country?: CountryCode): boolean =>
  parsePhoneNumberFromString(digits, country ? { defaultCountry: country, extract: false } : { extract: false })?.isPossible() ??
  false;

const isBareNumber = ({ digits, groups }: NumberRun): boolean => {
  if (/^[67]\d{8}$/.test(digits)) return groups.length > 1 || digits.length === 9;
  if (/^[89]\d{8}$/.test(digits)) return groups.length > 2;
  return digits.length === 10 && groups.map(({ length }) => length).join() === "3,3,4";
};

const isPhone = (folded: string, run: NumberRun, hints: readonly number[]): boolean => {
  const { digits, from, to, spelled, hasPlus } = run;
  if (digits.length < 7 || digits.length > 16) return false;
  const isHinted = hints.some((at) => at - to < NEAR_LETTERS && from - at < NEAR_LETTERS);
  const before = folded.slice(Math.max(0, from - 40), from);
  if (!isHinted && isReference(before)) return false;
  if (MONEY_AROUND.test(folded.slice(to, to + 6)) || MONEY_BEFORE.test(before)) return false;
  if (isHinted || spelled >= 4) return true;
  if (hasPlus) return isPossible(`+${digits}`);
  if (digits.startsWith("00")) return isPossible(`+${digits.slice(2)}`);
  if (digits.startsWith("0")) return digits.length >= 9 && COUNTRIES.some((country) => isPossible(digits, country));
  return isBareNumber(run);
};

const LONGEST_MAIL = 254;
const MAIL_DOMAIN = /^[a-z0-9-]{1,63}\.[a-z0-9-]{2}/;

const hasMail = (folded: string): boolean =>
  folded.includes("@") &&
  folded.split(/[\s<>()[\],;:"]/).some((chunk) => {
    const [name = "", domain = "", ...more] = chunk.length > LONGEST_MAIL ? [] : chunk.split("@");
    return name !== "" && more.length === 0 && MAIL_DOMAIN.test(domain);
  });

const AT = "(?:@|[([{<] ?(?:at|a|arroba|arobase|@) ?[)\\]}>]|arroba|arobase|klammeraffe)";
const WORD_DOT = "(?:[([{<] ?(?:dot|punto|point|punkt|\\.) ?[)\\]}>]|dot|punto|point|punkt)";
const DOT = `(?:\\.|${WORD_DOT})`;
const PROVIDER = "[a-z0-9][a-z0-9-]{2,30}";
const KNOWN = "(?:gmail|googlemail|hotmail|outlook|yahoo|gmx|icloud|proton ?mail|posteo|laposte)";
const TLD = "(?:com|net|org|de|fr|es|eu|info|co|uk|at|ch|me|mail|it|nl|io|xyz|email)";
/** Patterns that need one of these parts of words: what most texts have none of costs least. */
type Guarded = { parts: readonly string[]; patterns: readonly RegExp[] };
/** What stands in every one of the known providers. */
const KNOWN_PARTS = ["mail", "outlook", "yahoo", "gmx", "icloud", "posteo", "laposte"];
const AT_PARTS = ["@", "(", "[", "{", "<", "arroba", "arobase", "klammeraffe"];

/** Mail addresses in words. */
const SPELLED: readonly Guarded[] = [
  {
    parts: KNOWN_PARTS,
    patterns: [
      new RegExp(`(?<![a-z])(?:at|arroba|arobase|@) ?${KNOWN}(?![a-z])`),
      new RegExp(`(?<![a-z])${KNOWN} ?[.,] ?${TLD}(?![a-z])`),
      new RegExp(`[a-z0-9] ?${AT} ?${KNOWN}(?![a-z])`),
      new RegExp(`[a-z0-9] ${KNOWN} (?:${DOT} )?${TLD}(?![a-z])`),
    ],
  },
  { parts: AT_PARTS, patterns: [new RegExp(`[a-z0-9] ?${AT} ?${PROVIDER} ?${DOT} ?${TLD}(?![a-z])`)] },
  { parts: [" at "], patterns: [new RegExp(` at [a-z0-9-]{3,30} ${WORD_DOT} ?${TLD}(?![a-z])`)] },
];
/** Put together here, and tested with the other patterns. */
export const SPELLED_MAIL = SPELLED.flatMap(({ patterns }) => patterns);

/** A provider that is nothing else, and an app with a name behind it. */
const NAMED: readonly Guarded[] = [
  { parts: ["mail"], patterns: [/(?<![a-z])(?:gmail|googlemail|hotmail|protonmail)(?![a-z])/] },
  {
    parts: [":", "="],
    patterns: [
      /(?<![a-z])(?:snap(?:chat)?|insta(?:gram)?|ig|fb|skype|discord|line|kik|telegram|tg|whats ?app|viber|wechat) ?[:=] ?[a-z0-9@_.]{3}/,
    ],
  },
];

const isIn = (text: string, { parts, patterns }: Guarded): boolean =>
  parts.some((part) => text.includes(part)) && patterns.some((pattern) => pattern.test(text));

const IBAN_START = /(?<![a-z0-9])[a-z]{2} ?\d{2}(?: ?[a-z0-9]){11,30}/g;
const SHORTEST_IBAN = 15;
const LONGEST_IBAN = 34;

/** The words behind an IBAN may look like a part of it: each length is tried. */
const startsWithIban = (letters: string): boolean => {
  for (let length = SHORTEST_IBAN; length <= Math.min(LONGEST_IBAN, letters.length); length += 1)
    if (isValidIBAN(letters.slice(0, length))) return true;
  // Nobody checks the digits of a made-up one, and a slip makes it no phone number.
  return /^(?:de\d{20}|es\d{22}|fr\d{12}|gb\d\d[a-z]{4}\d{14}|nl\d\d[a-z]{4}\d{10}|lt\d{18}|be\d{14}|it\d\d[a-z]\d{10})/i.test(
    letters,
  );
};

const ibansIn = (folded: string): number =>
  !/\d/.test(folded)
    ? 0
    : [...folded.matchAll(IBAN_START)].filter(([found]) => startsWithIban(found.replaceAll(" ", "").toUpperCase())).length;

/** Counts them in a folded text. @param hints where words for telephones and messengers stand in it */
export const contactsIn = (folded: string, hints: readonly number[]): Contacts => {
  const ibans = ibansIn(folded);
  const phones = ibans > 0 ? [] : numbersIn(folded).filter((run) => isPhone(folded, run, hints));
  const isMail = hasMail(folded) || [...NAMED, ...SPELLED].some((guarded) => isIn(folded, guarded));
  return { phones: phones.length, mails: isMail ? 1 : 0, ibans };
};
