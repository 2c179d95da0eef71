import type { Detector, Scene } from "../detector.ts";
import { isOwn } from "../stance.ts";

export const lookalikeLink: Detector = ({ reading, stance }) => reading.links.lookalike > 0 && !stance.isReport;
export const maskedLink: Detector = ({ reading, stance }) => reading.links.masked > 0 && !stance.isReport;
export const shortLink: Detector = ({ reading, stance }) => reading.links.short > 0 && !stance.isReport;

export const unknownLink: Detector = ({ reading, stance }) => reading.links.unknown > 0 && !stance.isReport;

export const linkToAct: Detector = ({ reading, meant }) =>
  reading.links.unknown > 0 && meant("verify", "account", "trouble", "secret", "click", "support").length > 0;

export const linkToPay: Detector = ({ reading, demanded, meant }) =>
  reading.links.unknown > 0 && (demanded("pay", "secure").length > 0 || meant("job", "essay_sale", "pressure").length > 0);

/** `… unless you confirm`, `… if you do not confirm`: a demand that is said as a denial. */
const isCondition = ({ any, near }: Scene): boolean => near(any("verify"), any("if"), 8);

/** Somebody speaks for the platform and wants something done to an account. */
export const falseSupport: Detector = (scene) => {
  const { meant, any, near, demanded } = scene;
  const speaks = meant("support").filter((mark) => !isOwn(scene.reading, mark));
  if (speaks.length === 0) return false;
  const isTrouble =
    near(any("account", "identity"), meant("verify", "trouble"), 9) && near(any("account", "verify", "trouble"), any("you"), 8);
  if (isTrouble && (demanded("verify", "give", "click", "secret", "pay").length > 0 || isCondition(scene))) return true;
  return near(speaks, demanded("click", "give"), 22) && (any("secret", "weak_secret").length > 0 || scene.reading.links.all > 0);
};

/** A loss is threatened unless something is confirmed or paid. */
export const threatenedAccount: Detector = ({ meant, any, near, demanded, reading }) => {
  const threatened = meant("trouble").filter((mark) => near([mark], any("account"), 8) && near([mark], any("you"), 10));
  return (
    threatened.length > 0 &&
    (demanded("verify", "click").some((mark) => near([mark], threatened, 16)) ||
      reading.links.unknown > 0 ||
      near(demanded("pay", "secret"), threatened, 16))
  );
};

const UNWANTED = 4;

export const secretCodes: Detector = (scene) => {
  const { meant, any, near, reading } = scene;
  if (meant("secret").length > 1 && near(meant("secret"), meant("must"), 4)) return true;
  if (near(meant("secret"), any("what_is"), 5) && near(meant("secret"), any("you"), 4)) return true;
  const asks = meant("give").filter((mark) => !isOwn(reading, mark) && reading.words[mark.from - 1]?.text !== "te");
  const strong = meant("secret").filter((mark) => !near([mark], any("home_code"), UNWANTED));
  return near(asks, strong, 9);
};

/** `The six digits that came by text: what are they?` */
const digitsByText: Detector = ({ meant, any, near }) => {
  const codes = meant("digits", "weak_secret", "secret").filter((mark) => !near([mark], any("home_code"), 6));
  const sent = codes.filter((mark) => near([mark], any("by_text", "phone"), 9));
  return near(sent, any("what_is", "request"), 14) || near(sent, meant("give"), 14);
};

export const weakSecrets: Detector = (scene) => {
  const { meant, any, near, reading } = scene;
  if (digitsByText(scene)) return true;
  const asks = meant("give").filter((mark) => !isOwn(reading, mark) && reading.words[mark.from - 1]?.text !== "te");
  const weak = meant("weak_secret").filter((mark) => !near([mark], any("home_code"), 6));
  const sentences = weak.filter((mark) => reading.questions.has(reading.words[mark.from]?.sentence ?? -1));
  if (near(sentences, any("what_is"), 3) && any("by_text", "phone", "verify").length > 0) return true;
  if (
    near(
      meant("by_text", "phone").filter((mark) => near([mark], weak, 9)),
      weak,
      9,
    ) &&
    near(weak, any("what_is"), 14)
  )
    return true;
  return near(asks, weak, 8) && near(weak, any("by_text", "account", "you", "verify"), 7);
};

export const identityPapers: Detector = (scene) => {
  const { demanded, any, near, reading } = scene;
  const asks = demanded("give", "charge").filter((mark) => !/^(?:te|you)$/.test(reading.words[mark.from - 1]?.text ?? ""));
  const papers = demanded("identity");
  if (near(papers, any("copy"), 5) && near(papers, any("first"), 7)) return true;
  return near(asks, papers, 9) && (near(papers, any("copy"), 6) || near(papers, any("you"), 3));
};
