import type { Detector } from "./detector.ts";
import * as absence from "./detectors/absence.ts";
import * as abuse from "./detectors/abuse.ts";
import * as contact from "./detectors/contact.ts";
import * as money from "./detectors/money.ts";
import * as phishing from "./detectors/phishing.ts";
import * as spam from "./detectors/spam.ts";
import type { Concept } from "./reading.ts";
import type { RuleId } from "./rule-texts.ts";

/**
 * What a rule adds to the score: between people who have hardly written to each other, between people who know each other
 * a little, and after a booking is confirmed, where telephone numbers and accounts are nothing unusual.
 */
export type Weights = { first: number; known: number; booked: number };
export type Rule = {
  id: RuleId;
  weights: Weights;
  /** Where none of these stands in a text it is not found, whatever else does: most texts are spared most questions. Absent: it may be. */
  needs?: readonly Concept[];
  isFound: Detector;
};

const always = (weight: number): Weights => ({ first: weight, known: weight, booked: weight });

/** A rule alone: below 30 nothing happens, from 30 the reader is warned, from 60 it goes back to the sender, from 90 it waits for a person. */
export const rules: readonly Rule[] = [
  { id: "contact.details", weights: { first: 60, known: 60, booked: 0 }, isFound: contact.contactDetails },
  {
    id: "contact.messenger",
    weights: { first: 60, known: 60, booked: 0 },
    needs: ["messenger", "signal"],
    isFound: contact.messenger,
  },
  {
    id: "contact.elsewhere",
    weights: { first: 60, known: 60, booked: 0 },
    needs: ["social", "mail", "elsewhere"],
    isFound: contact.otherChannel,
  },
  {
    id: "contact.number",
    weights: { first: 60, known: 45, booked: 0 },
    needs: ["number", "phone", "messenger", "social", "details"],
    isFound: contact.askedForNumber,
  },
  { id: "payment.iban", weights: { first: 70, known: 70, booked: 0 }, isFound: money.iban },
  {
    id: "payment.channel",
    weights: { first: 60, known: 60, booked: 0 },
    needs: ["pay_channel", "pay_app", "payee", "bank", "bank_details", "cash", "pay_request", "to_mine"],
    isFound: money.payChannel,
  },
  {
    id: "payment.around",
    weights: { first: 60, known: 60, booked: 35 },
    needs: [
      "offsite_sure",
      "offsite",
      "secretly",
      "beyond",
      "greedy",
      "bypass",
      "collude",
      "fees",
      "cancel",
      "directly",
      "outside",
    ],
    isFound: money.aroundPlatform,
  },
  {
    id: "advance.before_viewing",
    weights: { first: 70, known: 60, booked: 20 },
    needs: ["unseen", "before", "advance"],
    isFound: money.beforeViewing,
  },
  {
    id: "advance.to_secure",
    weights: { first: 60, known: 45, booked: 0 },
    needs: ["token", "rivals", "secure", "serious", "first_payer", "yours"],
    isFound: money.payToSecure,
  },
  { id: "advance.for_keys", weights: { first: 60, known: 60, booked: 15 }, needs: ["upon", "first"], isFound: money.payThenKeys },
  {
    id: "advance.for_access",
    weights: { first: 45, known: 35, booked: 0 },
    needs: ["until", "cond"],
    isFound: money.accessForMoney,
  },
  {
    id: "advance.fee",
    weights: { first: 60, known: 60, booked: 30 },
    needs: ["viewing", "access", "meeting", "screening", "scheme_fee", "applicants"],
    isFound: money.schemeFee,
  },
  { id: "advance.refund", weights: { first: 35, known: 30, booked: 10 }, needs: ["refund"], isFound: money.promisedRefund },
  { id: "advance.upfront", weights: { first: 40, known: 30, booked: 10 }, needs: ["advance"], isFound: money.upfront },
  {
    id: "advance.pay_now",
    weights: { first: 30, known: 25, booked: 0 },
    needs: ["pay", "sum", "amount", "advance"],
    isFound: money.payNow,
  },
  { id: "pressure.pay", weights: { first: 25, known: 20, booked: 15 }, needs: ["pressure"], isFound: money.pressedToPay },
  { id: "absent.keys_by_post", weights: { first: 45, known: 40, booked: 0 }, needs: ["ship"], isFound: absence.keysByPost },
  {
    id: "absent.owner",
    weights: { first: 60, known: 60, booked: 20 },
    needs: ["abroad", "country", "away_story", "away_weak"],
    isFound: absence.awayOwner,
  },
  {
    id: "absent.no_viewing",
    weights: { first: 40, known: 30, booked: 0 },
    needs: ["unseen", "pictures_true", "others_did"],
    isFound: absence.noViewing,
  },
  { id: "absent.middleman", weights: { first: 60, known: 60, booked: 40 }, needs: ["middleman"], isFound: absence.middleman },
  { id: "money.gift_cards", weights: always(90), needs: ["gift", "brand"], isFound: money.giftCards },
  { id: "money.crypto", weights: always(90), needs: ["crypto"], isFound: money.crypto },
  { id: "money.cash_service", weights: always(90), needs: ["cash_service"], isFound: money.cashService },
  { id: "link.lookalike", weights: always(90), isFound: phishing.lookalikeLink },
  { id: "link.masked", weights: always(70), isFound: phishing.maskedLink },
  { id: "link.short", weights: { first: 45, known: 40, booked: 30 }, isFound: phishing.shortLink },
  { id: "link.unknown", weights: { first: 30, known: 15, booked: 0 }, isFound: phishing.unknownLink },
  { id: "link.to_act", weights: always(60), isFound: phishing.linkToAct },
  { id: "link.to_pay", weights: { first: 60, known: 60, booked: 40 }, isFound: phishing.linkToPay },
  { id: "account.false_support", weights: always(90), needs: ["support"], isFound: phishing.falseSupport },
  { id: "account.threatened", weights: always(70), needs: ["trouble"], isFound: phishing.threatenedAccount },
  { id: "secret.codes", weights: always(90), needs: ["secret"], isFound: phishing.secretCodes },
  { id: "secret.passwords", weights: always(60), needs: ["digits", "weak_secret", "secret"], isFound: phishing.weakSecrets },
  { id: "identity.papers", weights: { first: 45, known: 35, booked: 0 }, needs: ["identity"], isFound: phishing.identityPapers },
  { id: "offer.too_good", weights: { first: 45, known: 30, booked: 0 }, needs: ["luxury", "pressure"], isFound: spam.tooGood },
  { id: "spam.essays", weights: always(70), needs: ["essay"], isFound: spam.essayMill },
  { id: "spam.jobs", weights: always(60), needs: ["job_bait"], isFound: spam.jobSpam },
  { id: "spam.mules", weights: always(70), needs: ["cheque", "overpaid_you", "parcel", "mule"], isFound: spam.moneyMule },
  { id: "abuse.slur_at_you", weights: always(60), needs: ["slur"], isFound: abuse.slurAtYou },
  { id: "abuse.slur", weights: always(20), needs: ["slur"], isFound: abuse.slur },
  { id: "abuse.insult", weights: always(60), needs: ["insult", "belittle"], isFound: abuse.insult },
  { id: "abuse.threat", weights: always(90), needs: ["threat", "whereabouts", "harm"], isFound: abuse.threat },
  { id: "abuse.hate", weights: always(90), needs: ["hate", "kind", "people"], isFound: abuse.hate },
  { id: "sexual.words", weights: always(70), needs: ["sexual"], isFound: abuse.sexual },
  { id: "sexual.favours", weights: always(70), needs: ["favour"], isFound: abuse.favours },
  { id: "sexual.advances", weights: always(45), needs: ["girl_wanted", "photo_of_you", "flirt"], isFound: abuse.advances },
];
