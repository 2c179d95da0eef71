import { expect, test } from "vitest";
import { ScanResult } from "#lib/contract/scan.ts";
import { ruleTexts } from "./rule-texts.ts";
import { rules } from "./rules.ts";
import { scanMessage } from "./scan.policy.ts";

const before = (content: string) => scanMessage({ content, stage: "before_booking" });
const after = (content: string) => scanMessage({ content, stage: "after_booking" });
const idsOf = (result: ScanResult): string[] => result.rules.map(({ rule }) => rule);

test("bob asks for the deposit before alice has seen the room: it is held, and says why", () => {
  const result = before("Please transfer the deposit before the viewing, the account is DE89 3704 0044 0532 0130 00.");
  expect(ScanResult.parse(result)).toEqual(result);
  expect(result.outcome).toBe("hold");
  expect(idsOf(result)).toEqual(expect.arrayContaining(["advance.before_viewing", "payment.iban"]));
  expect(result.score).toBe(result.rules.reduce((sum, { weight }) => sum + weight, 0));
  expect(result.rules.map(({ weight }) => weight)).toEqual(
    result.rules.map(({ weight }) => weight).toSorted((one, other) => other - one),
  );
});

test("a telephone number goes back to its sender before a booking, and through after it", () => {
  expect(before("My number is 0151 23456789").outcome).toBe("bounce");
  expect(after("My number is 0151 23456789")).toEqual({ outcome: "allow", score: 0, rules: [] });
  expect(after("The deposit goes to DE89 3704 0044 0532 0130 00, please.").outcome).toBe("allow");
});

test.each([
  "zero one five one, two three four five six seven eight",
  "0️⃣1️⃣5️⃣1️⃣ 2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
  "O151 / 23 45 67 8",
  "null eins fünf eins zwei drei vier fünf sechs sieben acht",
  "seis uno dos, tres cuatro cinco, seis siete ocho",
  "zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit",
  "alice dot smith at gmail dot com",
  "alice(at)example(dot)org",
  "Wh4tsApp me",
  "w h a t s a p p me",
  "ＷｈаtѕАрр me",
])("it is found out: %s", (content) => {
  expect(before(content).outcome).toBe("bounce");
});

test.each([
  "Room B-2041-7, 14 m2, 390 + 70, free from 01.10.2027 to 31.03.2028",
  "My student id is 20481173 and my application number is 2027-0038841",
  "The total is 3,540.00 EUR for 182 nights, 18:30 is fine",
  "Postcode 80799, house 112a, third floor",
])("numbers of a home are no telephone: %s", (content) => {
  expect(before(content).outcome).toBe("allow");
});

test.each([
  "Someone asked me to send 300 by Western Union. Is that normal?",
  "We never ask for gift cards, and please never pay before you have seen the room.",
  "Do I have to pay anything before the viewing?",
  "Is this a scam? The mail says: pay the deposit with gift cards and send the codes.",
  "I would rather stay in this chat than move to WhatsApp.",
  "I'm abroad until May, but my sister can show you the room.",
])("who asks, warns or tells is left in peace: %s", (content) => {
  expect(before(content).outcome).toBe("allow");
});

test.each(["promotion", "deposit", "WhatsApp?", "bitcoin", "password", "Western Union", "bitch"])(
  "a single word never holds a message: %s",
  (content) => {
    expect(before(content).outcome).not.toBe("hold");
  },
);

test("links to our own pages are ours, those that look like it are not", () => {
  const scan = (content: string) => scanMessage({ content, stage: "after_booking", ownHosts: ["rooms.example.org"] });
  expect(scan("https://rooms.example.org/bookings/12").outcome).toBe("allow");
  expect(idsOf(scan("https://uninest-login.example.net/bookings"))).toContain("link.lookalike");
  expect(idsOf(scan("http://xn--unnest-4va.com"))).toContain("link.masked");
  expect(idsOf(scan("bit.ly/room"))).toContain("link.short");
  expect(scan("That was good.So I came home.").outcome).toBe("allow");
});

test("in what machines write nothing is read, and what people write beside it is", () => {
  const id = "98565ab7-b012-42dd-be13-051755739013";
  for (const content of [`hello ${id}`, id.toUpperCase(), "x0.0524367825633012", "hello 01a2207f-574b-75c4-93c9-5d7fa9dc5d07"])
    expect(before(content).outcome, content).toBe("allow");
  expect(idsOf(before(`${id} 051755739013`))).toContain("contact.details");
});

test("people who know each other are given a little more", () => {
  const content = "For the contract I need a copy of your passport.";
  const [first, known] = (["first_contact", "known"] as const).map((relation) =>
    scanMessage({ content, stage: "before_booking", relation }),
  );
  expect(known?.score).toBeLessThan(first?.score ?? 0);
});

test("every rule says in one sentence why it is there, and no text is left over", () => {
  expect(rules.map(({ id }) => id).toSorted()).toEqual(Object.keys(ruleTexts).toSorted());
  for (const text of Object.values(ruleTexts)) expect(text).toMatch(/^[A-Z].{30,180}\.$/);
});

test("nothing and anything can be scanned", () => {
  for (const content of ["", " ", "?", "🙂", "\n\n\n", "a", "ß", "你好，房间还在吗？", "\u200b".repeat(50), "1".repeat(9_000)])
    expect(ScanResult.parse(before(content)).outcome).toBeDefined();
});

test.each([
  ["spam.mules", "I'll mail you a cheque for 1,900, keep the rent and send the rest to the movers."],
  ["abuse.threat", "I know which building you live in."],
  ["money.gift_cards", "Compra una tarjeta de Netflix y me pasas el código por aquí."],
  ["link.unknown", "The plan of the flat: http://portal-uni-login.top/s"],
])("%s: %s", (rule, content) => {
  expect(idsOf(before(content))).toContain(rule);
});

test.each([
  "You don't need to send me a copy of your passport.",
  "My boss pays 450 a week, so now I can afford it.",
  "Du bekommst meine Nummer nach der Buchung.",
  "Si on te demande une carte Steam pour un loyer, fuis.",
  "Here is the timetable: https://www.uni-koeln.de/plan",
])("what is not needed, done by others, said for later or told is no demand: %s", (content) => {
  expect(before(content).outcome).toBe("allow");
});
