import { fold } from "./fold.ts";
import { scanMessage } from "./scan.policy.ts";

/** Why somebody cannot be called that. */
type NameRefusal = { rule: "name.staff" | "name.contact"; text: string };

const OUR_NAME = "uninest";
/** What only those are called who run the house; a person may be called Adam, nobody is called Admin. */
const OFFICES = new Set(
  "admin admins administrator administrators administration moderator moderators moderation support helpdesk kundendienst kundenservice kundensupport soporte administrador administradora moderador moderadora administrateur administratrice moderateur moderatrice assistance systemadmin sysadmin webmaster".split(
    " ",
  ),
);
const PAIRS =
  /(?:customer|kunden|security|safety|trust|verification|billing|payments?) ?(?:service|team|care|center|centre|desk|department|dept)|service client|atencion al cliente/;

const LOOKALIKE_DIGITS: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "|": "i",
  "!": "i",
};

/** As the eye reads it, whatever it is written with. */
const lettersOf = (folded: string): string =>
  folded.replace(/[013457|!]/g, (sign) => LOOKALIKE_DIGITS[sign] ?? sign).replace(/[^a-z]/g, "");

const isOffice = (folded: string): boolean => {
  const words = folded.replace(/[013457|!]/g, (sign) => LOOKALIKE_DIGITS[sign] ?? sign).split(/[^a-z]+/);
  return lettersOf(folded).includes(OUR_NAME) || words.some((word) => OFFICES.has(word)) || PAIRS.test(words.join(" "));
};

/** A name is shown beside everything that somebody writes: it says who it is, and nothing else. Pure. */
export const refusalOfName = (name: string): NameRefusal | undefined => {
  if (isOffice(fold(name)))
    return { rule: "name.staff", text: "It sounds as if you spoke for UniNest: use the name that friends know you by." };
  const { rules } = scanMessage({ content: name, stage: "before_booking", ownHosts: [] });
  const speaks = rules.some(({ rule }) => rule.startsWith("contact.") || rule.startsWith("link.") || rule.startsWith("payment."));
  return speaks
    ? { rule: "name.contact", text: "A name with a number, an address or a link in it is no name: leave that out." }
    : undefined;
};
