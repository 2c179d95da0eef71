import type { Mark } from "../concept-index.ts";
import type { Detector, Scene } from "../detector.ts";
import { apartFrom, marksWithin } from "../reading.ts";

const byPlace = (one: Mark, other: Mark): number => one.from - other.from;

/** Words for giving that ask for words. */
const TELLS = /^(?:tell|let|share|sag|nenn|dime|dis|dites|say|what|read|confirm|teil)/;

/** `Send me the deposit`, or behind it where German puts it, in the same clause. */
const isWanted = ({ reading, near, follows }: Scene, mark: Mark, wants: readonly Mark[]): boolean =>
  follows(marksWithin(wants, mark.from - 5, mark.from), [mark], 4) ||
  marksWithin(wants, mark.to, mark.to + 3).some(
    (want) => near([mark], [want], 3) && reading.words[want.from]?.clause === reading.words[mark.to]?.clause,
  );

/** Answered once for each text: most detectors ask for it. */
const once = (find: (scene: Scene) => readonly Mark[]): ((scene: Scene) => readonly Mark[]) => {
  const known = new WeakMap<Scene, readonly Mark[]>();
  return (scene) => {
    const marks = known.get(scene) ?? find(scene);
    known.set(scene, marks);
    return marks;
  };
};

/** Words for paying, and sums that somebody wants to have: `send the first month`, `I need 100`. */
const asked = once((scene) => {
  const { reading, demanded, any, follows } = scene;
  const wants = demanded("give", "charge").filter(({ from }) => !TELLS.test(reading.words[from]?.text ?? ""));
  const sums = demanded("sum", "amount", "advance").filter((mark) => isWanted(scene, mark, wants));
  // `Before I pay` asks for nothing.
  const pays = demanded("pay").filter((mark) => !follows(marksWithin(any("before"), mark.from - 3, mark.from), [mark], 2));
  return [...pays, ...sums].sort(byPlace);
});

const moneyOf = once((scene) => [...asked(scene), ...scene.demanded("sum")].sort(byPlace));

export const iban: Detector = ({ reading, stance }) => reading.contacts.ibans > 0 && !stance.isReport;

export const payChannel: Detector = (scene) => {
  const { demanded, meant, any, near } = scene;
  const channels = demanded("pay_channel");
  if (near(apartFrom(demanded("pay"), channels), channels, 7)) return true;
  if (near(demanded("give"), channels, 7) && near(channels, demanded("sum", "amount", "me"), 8)) return true;
  if (near(asked(scene), meant("payee"), 7)) return true;
  if (demanded("pay").length > 0 && near(channels, any("now"), 3)) return true;
  if (near(channels, any("instead"), 4) || near(meant("pay_app"), any("have_you"), 2)) return true;
  if (near(demanded("pay_app"), any("fees", "cheap"), 8)) return true;
  const mine = meant("bank").filter((mark) => near([mark], any("me"), 2));
  if (near(demanded("pay"), mine, 5)) return true;
  const hasNumber = /\d[\d -]{5,}\d/.test(scene.reading.folded);
  if (demanded("bank_details").length > 0 && (hasNumber || near(demanded("bank_details"), meant("me", "give"), 4))) return true;
  if (near(apartFrom(demanded("pay"), demanded("cash")), demanded("cash"), 5)) return true;
  if (near(demanded("cash"), demanded("amount"), 2) && demanded("give", "pay").length > 0) return true;
  if (near(demanded("cash"), any("prefer", "now"), 2) && near(demanded("cash"), any("pay", "sum", "me"), 6)) return true;
  if (near(meant("payee"), meant("bank"), 4) || demanded("pay_request").length > 0) return true;
  const toMine = meant("to_mine").filter((mark) => !near([mark], any("refund"), 6));
  if (near(toMine, any("pay", "pay_channel", "sum", "give"), 6)) return true;
  if (scene.follows(demanded("pay_app"), any("me"), 1)) return true;
  if (near(demanded("pay_app"), any("request", "okay", "prefer"), 5) || near(demanded("pay_app"), demanded("send_it"), 7))
    return true;
  return near(demanded("pay_app"), demanded("sum", "amount"), 8);
};

/** Plain words for paying now, said to the other one. */
export const payNow: Detector = (scene) => {
  const { any, near, demanded } = scene;
  const pays = asked(scene).filter((mark) => near([mark], any("must", "me", "now"), 4));
  if (asked(scene).some(({ concept }) => concept === "sum")) return true;
  if (scene.follows(demanded("send_it"), demanded("amount"), 3)) return true;
  if (near(demanded("sum"), any("due"), 4)) return true;
  return pays.some(({ concept }) => concept !== "pay") || near(pays, demanded("sum", "amount"), 6);
};

/** Paying or agreeing past the platform. */
export const aroundPlatform: Detector = (scene) => {
  const { meant, any, near } = scene;
  const asksOnly = ({ from }: Mark): boolean => scene.reading.questions.has(scene.reading.words[from]?.sentence ?? -1);
  // `No need to book a slot.`
  const isNoSlot = (mark: Mark): boolean => !near([mark], any("meeting"), 3);
  const [offsite, secretly] = [meant("offsite").filter(isNoSlot), meant("secretly").filter(isNoSlot)];
  if (meant("offsite_sure").some((mark) => !asksOnly(mark))) return true;
  if (near(offsite, any("pay", "sum", "fees", "deal", "directly", "cash", "give"), 10)) return true;
  if (near(meant("beyond"), any("platform"), 3) || near(secretly, any("pay", "sum", "deal", "me"), 8)) return true;
  if (
    near(any("greedy"), scene.any("pay_app", "cash", "directly", "pay_channel"), 12) &&
    scene.demanded("pay_app", "cash", "directly", "pay_channel").length > 0
  )
    return true;
  if (near(meant("bypass"), any("platform"), 4) || near(any("collude"), any("trouble", "bypass"), 4)) return true;
  if (near(any("why"), any("fees"), 7)) return true;
  if (near(scene.demanded("cancel"), any("cheap"), 14)) return true;
  if (
    near(meant("directly"), meant("sum", "pay"), 3) &&
    near(meant("directly"), any("me"), 6) &&
    scene.demanded("pay", "sum", "give").length > 0
  )
    return true;
  if (
    near(meant("directly"), meant("deal", "fees", "charge"), 5) &&
    near(meant("directly"), any("fees", "cheap", "platform", "collude", "charge"), 14)
  )
    return true;
  const isAround = near(meant("outside"), any("platform"), 4);
  const savesFees =
    near(meant("outside"), any("fees"), 3) &&
    (any("platform", "directly").length > 0 || near(meant("outside"), any("pay_channel"), 10));
  if (!isAround && !savesFees)
    return (
      near(meant("directly"), scene.demanded("pay", "deal"), 3) && near(meant("directly"), meant("me", "pay_channel", "fees"), 5)
    );
  return near(meant("outside"), meant("pay", "deal", "directly", "sum", "fees", "cash", "amount"), 18);
};

export const beforeViewing: Detector = (scene) => {
  const { demanded, meant, any, near, follows } = scene;
  const pays = asked(scene);
  if (near(moneyOf(scene), any("unseen"), 14) && pays.length > 0) return true;
  const earlier = meant("before").filter((mark) => follows([mark], any("viewing", "meeting"), 3));
  if (near(moneyOf(scene), earlier, 13) || near(meant("advance"), earlier, 5)) return true;
  return near(demanded("pay", "sum"), meant("advance"), 6) && near(any("viewing"), meant("advance"), 10) && pays.length > 0;
};

/** `Hold it with 250`. */
const WITH = /^(?:with|for|of|mit|fur|von|gegen|con|por|de|avec|pour|contre)$/;

export const payToSecure: Detector = (scene) => {
  const { demanded, meant, any, near, follows } = scene;
  const secures = meant("secure");
  if (near(demanded("sum", "amount"), any("token"), 7)) return true;
  if (any("decide", "pressure").length > 0 && near(any("rivals"), any("pay", "sum"), 8)) return true;
  if (demanded("amount").some((mark) => WITH.test(scene.reading.words[mark.from - 1]?.text ?? "") && near([mark], secures, 3)))
    return true;
  if (near(asked(scene), any("serious"), 12) || near(moneyOf(scene), meant("first_payer"), 5)) return true;
  if (near(asked(scene), meant("yours"), 9) || follows(demanded("sum", "amount"), meant("yours"), 5)) return true;
  if (near(demanded("sum"), secures, 9) && near(demanded("sum"), any("must"), 6)) return true;
  if (near(demanded("sum"), secures, 12) && near(demanded("sum"), any("upon", "received"), 6)) return true;
  return near(asked(scene), secures, 10) || (near(demanded("sum"), secures, 7) && near(demanded("give", "pay"), secures, 12));
};

/** Keys, address, contract or viewing in return for money. */
export const payThenKeys: Detector = (scene) => {
  const { meant, any, near, follows, demanded } = scene;
  const goods = any("keys", "papers", "viewing", "home_code", "meeting");
  const money = moneyOf(scene);
  const sentenceAt = (at: number) => scene.reading.words[at]?.sentence;
  const upon = meant("upon").filter(
    (mark) =>
      marksWithin(money, mark.from, mark.to + 7).some(
        ({ from }) => from >= mark.from && sentenceAt(from) === sentenceAt(mark.to),
      ) || follows([mark], meant("received"), 4),
  );
  const paidUpon = upon.filter((mark) => near([mark], money, 10));
  if (near(paidUpon, goods, 14) && near(money, goods, 16)) return true;
  if (follows(meant("first"), asked(scene), 4) && follows(asked(scene), goods, 8)) return true;
  // `First the money, then the appointment.`
  if (follows(meant("first"), demanded("sum"), 3) && follows(demanded("sum"), goods, 5)) return true;
  const then = meant("upon").filter((mark) => follows(money, [mark], 10));
  return near(money, then, 10) && follows(then, any("keys", "papers"), 9) && near(then, any("ship", "give", "viewing"), 7);
};

/** Whether a door opens only for money, in whatever words: `not before the deposit is here`, `if you wire half today`. */
export const accessForMoney: Detector = (scene) => {
  const { any, near, demanded, reading } = scene;
  const wanted = new Set(demanded("pay", "sum"));
  const money = any("pay", "sum").filter((mark) => (wanted.has(mark) && !isOwnOrder(scene, mark)) || isTwiceDenied(scene, mark));
  const papers = any("papers").filter((mark) => near([mark], any("give", "ship", "access"), 5));
  const doors = [...any("keys", "access", "viewing", "show"), ...papers].sort(byPlace);
  const conditional = near(money, any("cond"), 9) ? money.filter((mark) => near([mark], any("cond"), 9)) : [];
  const withheld = any("keys", "papers", "access", "viewing").filter((mark) => near([mark], any("until"), 6));
  const untilPaid = any("until").filter(
    (mark) => near([mark], withheld, 6) && scene.follows([mark], demanded("sum", "amount"), 6),
  );
  if (any("keys_first").length > 0) return false;
  if (untilPaid.length > 0) return true;
  return near(conditional, doors, 18) && !isMoveOut(reading.folded);
};

/** `Before I pay I want to see it`: nobody else is spoken to. */
const isOwnOrder = ({ reading, any, follows }: Scene, mark: Mark): boolean =>
  follows(marksWithin(any("before"), mark.from - 4, mark.from), [mark], 3) &&
  !marksWithin(any("you"), mark.from - 20, mark.to + 20).some(
    ({ from }) => reading.words[from]?.sentence === reading.words[mark.from]?.sentence,
  );

/** `Never pay …` warns of it. */
const isWarning = ({ reading }: Scene, { from }: Mark): boolean =>
  reading.words.slice(Math.max(0, from - 3), from).some(({ text }) => /^(?:never|nie|niemals|nunca|jamas|jamais)$/.test(text));

/** `Not … who has not paid`. */
const isTwiceDenied = (scene: Scene, mark: Mark): boolean =>
  !isWarning(scene, mark) &&
  marksWithin(scene.any("not"), mark.from - 13, mark.from + 13).filter(({ from }) => {
    const { words } = scene.reading;
    // `Ne` comes with another word.
    return (
      Math.abs(mark.from - from) < 14 &&
      words[from]?.sentence === words[mark.from]?.sentence &&
      !/^ne?$/.test(words[from]?.text ?? "")
    );
  }).length > 1;

const MOVE_OUT = /mov(?:e|ing) out|auszug|auszieh|te vayas|salir|salida|irte|depart|sortie|contract ends|end of/;
const isMoveOut = (folded: string): boolean => MOVE_OUT.test(folded);

const FOR = /^(?:to|for|per|a|pro|je|fur|um|por|para|pour|par)$/;

/** `30 per viewing`, `50 to book a tour`. */
const isPriceOfDoor = ({ reading: { words }, any, follows }: Scene, mark: Mark): boolean =>
  words.slice(mark.to + 1, mark.to + 4).some(({ text, clause }) => FOR.test(text) && clause === words[mark.to]?.clause) &&
  marksWithin(any("viewing", "meeting", "screening"), mark.to, mark.to + 8).some(
    (door) => follows([mark], [door], 7) && words[door.from]?.clause === words[mark.to]?.clause,
  );

/** Money for being let in. */
const viewingFee: Detector = (scene) => {
  const { demanded, any, near, follows } = scene;
  const charged = demanded("sum", "amount").filter((mark) => follows(demanded("charge", "costs"), [mark], 4));
  if (demanded("amount").some((mark) => isPriceOfDoor(scene, mark))) return true;
  const required = any("required").filter((mark) => near([mark], demanded("sum", "advance"), 4));
  if (near(required, any("viewing", "meeting"), 9)) return true;
  return near(charged, any("viewing", "access"), 7);
};

/** Paying for an appointment. */
const appointmentFee: Detector = (scene) =>
  scene.near(scene.demanded("pay"), scene.any("meeting"), 7) && scene.near(scene.demanded("sum"), scene.demanded("pay"), 4);

export const schemeFee: Detector = (scene) => viewingFee(scene) || isNamedFee(scene) || appointmentFee(scene);

const isNamedFee: Detector = ({ demanded, meant, near, any }) =>
  near(demanded("scheme_fee"), demanded("pay", "give", "sum", "received"), 10) ||
  near(demanded("scheme_fee"), any("viewing", "secure", "refund"), 6) ||
  near(demanded("scheme_fee"), demanded("amount"), 5) ||
  (near(meant("applicants"), any("pay"), 5) && any("amount", "sum").length > 0) ||
  (near(demanded("screening"), any("amount", "sum", "costs"), 5) &&
    near(demanded("screening"), any("viewing", "meeting", "access"), 12));

export const promisedRefund: Detector = (scene) => {
  const { reading, meant, any, near, demanded } = scene;
  const promised = meant("refund").filter(({ from }) => !reading.questions.has(reading.words[from]?.sentence ?? -1));
  if (near(any("refund"), any("dislike"), 7) && demanded("amount", "sum").length > 0 && any("viewing").length > 0) return true;
  return near(moneyOf(scene), promised, 14) && any("viewing", "secure", "before", "unseen", "advance", "dislike").length > 0;
};

export const upfront: Detector = (scene) => {
  const { demanded, meant, near } = scene;
  return (
    near(asked(scene), meant("advance"), 7) ||
    near(demanded("sum"), meant("advance"), 4) ||
    scene.follows(demanded("charge"), meant("advance"), 6)
  );
};

export const pressedToPay: Detector = (scene) => {
  const { meant, near } = scene;
  return near([...moneyOf(scene)], meant("pressure"), 12) || near(meant("secure"), meant("pressure"), 8);
};

const asksFor = ({ wanted }: Scene): readonly Mark[] => wanted("pay", "give", "buy", "secure", "copy");

/** `A Netflix card`, however it is called. */
const cardsOf = (scene: Scene): readonly Mark[] => [
  ...scene.wanted("gift"),
  ...scene.wanted("brand").filter((mark) => scene.near([mark], scene.any("voucher"), 3)),
];

export const giftCards: Detector = (scene) =>
  scene.near(cardsOf(scene).toSorted(byPlace), [...asksFor(scene), ...scene.wanted("prefer", "sum", "okay")].sort(byPlace), 10);

export const crypto: Detector = (scene) =>
  (scene.near(scene.meant("crypto"), scene.any("have_you", "okay", "cheap"), 5) ||
    scene.near(
      scene.wanted("crypto"),
      [...asksFor(scene), ...scene.wanted("sum"), ...scene.any("prefer", "charge", "okay")].sort(byPlace),
      9,
    )) &&
  !scene.near(scene.any("crypto"), scene.any("learn"), 8);

export const cashService: Detector = (scene) =>
  scene.near(scene.meant("cash_service"), scene.wanted("pay", "give", "sum", "secure", "ship", "amount", "prefer", "okay"), 12) ||
  scene.demanded("cash_service").length > 1;
