import type { Mark } from "./concept-index.ts";
import { areNear, type Concept, marksOf, marksWithin, type Reading } from "./reading.ts";

const BEFORE = 4;
const GERMAN_NOT = /^(nicht|kein|nie)/;
const OWN = new Set(["i", "ich", "we", "wir", "je", "j", "yo", "nous", "he", "ive", "hare", "hago"]);
const ARTICLE = /^(?:a|an|the|ein|eine|einen|die|der|das|una|un|la|el|une|le)$/;
/** `I show it only after payment`. */
const AFTER = /^(?:nach|after|upon|tras|despues|apres)$/;
const YOU = /^(?:your|votre|vos|tes|tus|sus|dein|deine|deinen|ihre|ihren|su|ta|ton|you|u|du|sie|dich|ihr|que|tu|te|usted|vous)$/;
const WANTS =
  /^(need|want|ask|require|expect|accept|brauch|benotig|verlang|moch|will|bitt|nehm|erwart|pido|necesit|quiero|acept|exijo|solicit|demand|tak|able|prefer|akzept|annehm|receiv|recib|recoi|recev|veux|accept|exig|besoin|souhait)/;

/** What the sentences of a text are. */
export type Stance = {
  /** Sentences that ask what the writer has to do. */
  asking: ReadonlySet<number>;
  /** Sentences that tell of somebody else. */
  telling: ReadonlySet<number>;
  /** Sentences that keep to the platform. */
  staying: ReadonlySet<number>;
  /** The whole is about fraud, and no fraud. */
  isReport: boolean;
};

const sentenceOf = ({ words }: Reading, { from }: Mark): number => words[from]?.sentence ?? -1;
const sentencesOf = (reading: Reading, concept: Concept): Set<number> =>
  new Set(marksOf(reading, concept).map((mark) => sentenceOf(reading, mark)));

const isBeginning = ({ words }: Reading, { from }: Mark): boolean =>
  words[from - 2] === undefined || words[from - 2]?.sentence !== words[from]?.sentence;

/** `Send it today, ok?` asks nothing. */
const TAG = /^(?:ok|okay|deal|right|vale|verdad|oder|gell|hein|accord|yeah|yes|alright|cool|hecho|dac)$/;

const taggedIn = ({ words }: Reading): Set<number> =>
  new Set(
    words
      .filter(
        ({ text, sentence }, at) =>
          TAG.test(text) && words[at + 1]?.sentence !== sentence && words[at - 3]?.sentence === sentence,
      )
      .map(({ sentence }) => sentence),
  );

const askingIn = (reading: Reading): Set<number> => {
  const requests = sentencesOf(reading, "request");
  const tagged = taggedIn(reading);
  return new Set([
    ...[...reading.questions].filter((sentence) => !requests.has(sentence) && !tagged.has(sentence)),
    ...marksOf(reading, "asks")
      .filter((mark) => reading.questions.has(sentenceOf(reading, mark)) || isBeginning(reading, mark))
      .map((mark) => sentenceOf(reading, mark)),
  ]);
};

/** `With so many scams around I need …`. */
const isMany = ({ words }: Reading, { from }: Mark): boolean =>
  words
    .slice(Math.max(0, from - 2), from)
    .some(({ text }) => /^(?:many|tanto|tanta|tantos|tantas|vielen|ganzen|tant)$/.test(text));

/** What others were said to have done, by sentence: `someone` before `told`, with little between. */
const tellingIn = (reading: Reading): Set<number> => {
  const telling = new Set<number>();
  const people = marksOf(reading, "someone");
  // `My firm sent me abroad` tells of oneself.
  const journeys = marksOf(reading, "away_story", "away_weak");
  for (const told of marksOf(reading, "told")) {
    if (areNear([told], journeys, 4)) continue;
    const sentence = sentenceOf(reading, told);
    const close = marksWithin(people, told.from - 8, told.from + 8);
    if (close.some((one) => sentenceOf(reading, one) === sentence && Math.abs(one.from - told.from) <= 8)) telling.add(sentence);
  }
  // `To avoid scams, …` is how scams begin.
  const shields = marksOf(reading, "outside");
  for (const fraud of marksOf(reading, "fraud"))
    if (!isNegated(reading, fraud) && !areNear([fraud], shields, 3) && !isMany(reading, fraud))
      telling.add(sentenceOf(reading, fraud));
  for (const fell of marksOf(reading, "fell")) telling.add(sentenceOf(reading, fell));
  return telling;
};

/** How the sentences of a text are meant. */
export const stanceOf = (reading: Reading): Stance => {
  const telling = tellingIn(reading);
  const legit = marksOf(reading, "legit").some((mark) => reading.questions.has(sentenceOf(reading, mark)));
  const fraud = marksOf(reading, "fraud").filter((mark) => !isNegated(reading, mark));
  const isWarning = fraud.length > 0 && (marksOf(reading, "beware").length > 0 || telling.size > 0 || legit);
  const asksWhetherFraud = fraud.some((mark) => reading.questions.has(sentenceOf(reading, mark)));
  const away = new Set([...sentencesOf(reading, "outside"), ...sentencesOf(reading, "greedy")]);
  const here = marksOf(reading, "through_platform", "once_booked").filter((mark) => !isNegated(reading, mark));
  const staying = here.map((mark) => sentenceOf(reading, mark)).filter((sentence) => !away.has(sentence));
  return {
    asking: askingIn(reading),
    telling,
    staying: new Set(staying),
    isReport: isWarning || asksWhetherFraud || (telling.size > 0 && (legit || fraud.length > 0)),
  };
};

/** Whether `not` stands before it in its clause, or behind it where German puts it. */
export const isNegated = (reading: Reading, { from, to }: Mark): boolean => {
  const { words, nots } = reading;
  const clause = words[from]?.clause;
  const isNot = (at: number): boolean => words[at]?.clause === clause && nots[at] === 1 && !isOnly(at);
  // French `ne … que` is `only`.
  const isOnly = (at: number): boolean =>
    /^ne?$/.test(words[at]?.text ?? "") &&
    words.slice(at + 1, at + 7).some((word) => word.clause === clause && /^qu?e?$/.test(word.text));
  for (let at = from - 1; at >= from - BEFORE; at -= 1) if (isNot(at)) return true;
  for (let at = to + 1; at <= to + 5; at += 1) if (isNot(at) && GERMAN_NOT.test(words[at]?.text ?? "")) return true;
  return false;
};

/** A sum is one's own when one pays it: `I transfer the deposit`. */
const isOwnSum = (reading: Reading, { from }: Mark): boolean =>
  [marksOf(reading, "pay"), marksOf(reading, "give")].some((marks) =>
    marksWithin(marks, from - 4, from).some((pay) => pay.to < from && from - pay.to <= 4 && isOwn(reading, pay)),
  );

/** Whether the writer speaks of paying oneself (`I have transferred`), not of being paid (`I need the payment`). */
export const isOwn = (reading: Reading, mark: Mark): boolean => {
  const { words } = reading;
  const { concept, from, to } = mark;
  if (concept === "sum" || concept === "amount" || concept === "advance") return isOwnSum(reading, mark);
  const clause = words[from]?.clause;
  const near = (start: number, end: number) => words.slice(Math.max(0, start), end).filter((word) => word.clause === clause);
  const before = near(from - 5, from);
  const wanting = before.findLastIndex(({ text }) => WANTS.test(text));
  // `I want to pay` is one's own, `I want you to pay` and `I want the payment` are not.
  const isVerb =
    concept === "pay" &&
    (/(?:ar|er|ir|re|en)$/.test(words[from]?.text ?? "") || before.at(-1)?.text === "to") &&
    !ARTICLE.test(before.at(-1)?.text ?? "");
  if (WANTS.test(words[from]?.text ?? "")) return false;
  if (wanting >= 0 && !(isVerb && !before.slice(wanting).some(({ text }) => YOU.test(text)))) return false;
  if (wanting < 0 && before.slice(-2).some(({ text }) => YOU.test(text))) return false;
  if (before.slice(-3).some(({ text }) => AFTER.test(text))) return false;
  if (near(to + 1, to + 7).some(({ text }) => /^(?:annehm|akzept|accept)/.test(text))) return false;
  return (
    near(to + 1, to + 2).some(({ text }) => text === "ich") ||
    near(before.at(-1)?.text === "to" ? from - 5 : from - 3, from).some(({ text }) => OWN.has(text))
  );
};

/** What is meant as it stands: not denied, not told of others, no warning. */
export const meant = (reading: Reading, stance: Stance, ...concepts: readonly Concept[]): readonly Mark[] =>
  stance.isReport
    ? []
    : marksOf(reading, ...concepts).filter((mark) => !stance.telling.has(sentenceOf(reading, mark)) && !isNegated(reading, mark));

const FIRST_PERSON =
  /^(?:i|ich|yo|je|j|tengo|gano|hago|doy|busco|entrego|estudio|escribo|soy|estoy|my|mein|meine|meiner|mi|mis|mon|ma)$/;
const SECOND_PERSON =
  /^(?:you|your|u|ur|du|dich|dir|dein|deine|deinen|deiner|sie|ihr|ihre|ihnen|tu|te|ti|tus|vous|votre|vos|toi|ton|ta|tes|nosotros)$/;

/** The sentences in which somebody speaks of themselves only. */
export const aboutSelf = ({ words }: Reading): ReadonlySet<number> => {
  const own = new Set(words.filter(({ text }) => FIRST_PERSON.test(text)).map(({ sentence }) => sentence));
  for (const { text, sentence } of words) if (SECOND_PERSON.test(text)) own.delete(sentence);
  return own;
};

/** `By standing order`, `when you move in`: in the same clause. */
const isRegular = (reading: Reading, mark: Mark): boolean =>
  marksWithin(marksOf(reading, "regular"), mark.from - 5, mark.to + 5).some(
    ({ from, to }) =>
      reading.words[from]?.clause === reading.words[mark.from]?.clause && from - mark.to <= 5 && mark.from - to <= 5,
  );

const OTHERS =
  /^(?:boss|job|chef|chefin|arbeit|jefe|trabajo|curro|patron|boulot|taf|employer|oma|opa|gran|grandma|grandpa|granny|mum|mom|dad|mother|father|parents|mutter|vater|eltern|mama|papa|madre|padre|padres|abuela|abuelo|mere|pere|mamie|papi|site|plateforme|platform|plattform|plataforma|uninest|student|tenant|vormieter|vormieterin|inquilino|inquilina|locataire|grant|scholarship|bafog|beca|bourse)$/;
const DOES =
  /^(?:pays|paid|sends|gives|zahlt|zahlte|bezahlt|bezahlte|schickt|gibt|uberweist|paga|pagan|pagaba|pago|manda|mandan|da|ingresa|paie|paye|payait|verse|versent|envoie|donne|donnent)$/;

/** `My boss pays 12 an hour`, `my grandmother sends me money`. */
const isOfOthers = ({ words }: Reading, { concept, from }: Mark): boolean =>
  (concept === "pay" || concept === "give" || concept === "send_it") &&
  DOES.test(words[from]?.text ?? "") &&
  words.slice(Math.max(0, from - 4), from).some(({ text, sentence }) => OTHERS.test(text) && sentence === words[from]?.sentence);

/** `You don't need to send me your passport`. */
const isNeedless = (reading: Reading, mark: Mark): boolean =>
  marksWithin(marksOf(reading, "needless"), mark.from - 8, mark.from).some(
    ({ from, to }) => to < mark.to && reading.words[from]?.clause === reading.words[mark.from]?.clause,
  );

/** What is asked for however it is paid: `Send the code of the card here` keeps to the platform and is no better. */
export const wanted = (reading: Reading, stance: Stance, ...concepts: readonly Concept[]): readonly Mark[] =>
  meant(reading, stance, ...concepts).filter(
    (mark) =>
      !stance.asking.has(sentenceOf(reading, mark)) &&
      !isOwn(reading, mark) &&
      !isRegular(reading, mark) &&
      !isOfOthers(reading, mark) &&
      !isNeedless(reading, mark),
  );

/** What the other one is asked for: meant, no question about one's own duty, no payment of one's own, none on the platform. */
export const demanded = (reading: Reading, stance: Stance, ...concepts: readonly Concept[]): readonly Mark[] =>
  wanted(reading, stance, ...concepts).filter((mark) => !stance.staying.has(sentenceOf(reading, mark)));
