import type { Mark } from "../concept-index.ts";
import type { Detector, Scene } from "../detector.ts";
import { aboutSelf, isOwn } from "../stance.ts";

const CHEAP_BELOW = 400;
const PRICE = /(?:eur|usd|gbp|\$) {0,2}(\d{2,4})(?!\d)|(?<!\d)(\d{2,4}) {0,2}(?:eur|usd|gbp|\$)/g;
const MONTHLY = /(?<!\d)(\d{2,4}) ?(?:\/ ?|per |a |im |al |par |pro )(?:month|monat|mes|mois|mo(?![a-z]))/g;
const AREA = /(?<!\d)(\d{2,3}) ?(?:m2|qm|sqm|m²|metros|square|quadrat|metres)/g;
const LARGE = 60;

const lowestPrice = (folded: string): number =>
  Math.min(
    ...[...folded.matchAll(PRICE), ...folded.matchAll(MONTHLY), ...folded.matchAll(BARE), ...folded.matchAll(ONLY)].map(
      ([, before, after]) => Number(before ?? after),
    ),
    Number.POSITIVE_INFINITY,
  );

/** A number that is a rent by what stands behind it. */
const BARE = /(?<!\d)([1-3]\d\d) ?(?:all in|all incl|incl|warm|bills|todo incl|tout compris|charges|alles|kalt|cc(?![a-z]))/g;

const ONLY = /(?:only|just|nur|solo|seulement) ([1-3]\d\d)(?![\d.,])/g;

/** Luxury at the price of a shed, with a push. */
export const tooGood: Detector = ({ reading, meant, demanded }) => {
  const price = lowestPrice(reading.folded);
  if (price < 50 || price > CHEAP_BELOW) return false;
  const isLarge = [...reading.folded.matchAll(AREA)].some(([, area]) => Number(area) >= LARGE);
  const charms = meant("luxury").length + (isLarge ? 1 : 0);
  if (charms > 2) return true;
  return charms > 0 && (meant("pressure").length > 0 || (charms > 1 && demanded("cheap", "pay").length > 0));
};

/** Leaves out sentences in which somebody tells of their own work. */
const ofOthers = (scene: Scene): Scene["meant"] => {
  const { words } = scene.reading;
  const own = new Set(aboutSelf(scene.reading));
  // `Click the link in my bio` speaks to others all the same.
  for (const { from } of scene.any("click")) own.delete(words[from]?.sentence ?? -1);
  return (...concepts) => scene.meant(...concepts).filter(({ from }) => !own.has(words[from]?.sentence ?? -1));
};

export const essayMill: Detector = (scene) => isEssayMill({ ...scene, meant: ofOthers(scene) }) || isEssaySale(scene);

/** What is sold is no work of one's own. */
const isEssaySale: Detector = ({ meant, near, any }) =>
  near(meant("essay"), meant("sale"), 13) && !near(meant("essay"), any("learn"), 3);

const isEssayMill: Detector = ({ meant, near, any }) =>
  (near(any("essay"), meant("essay_sale"), 12) && !near(meant("essay_sale"), any("learn"), 2)) ||
  (near(meant("essay"), meant("essay_offer"), 8) && any("learn").length === 0);

export const jobSpam: Detector = (scene) => {
  const { near, any, reading } = scene;
  const meant = ofOthers(scene);
  const offers = meant("job").filter((mark) => !isOwn(reading, mark));
  const baits = meant("job_bait").filter((mark) => !isOwn(reading, mark));
  if (baits.length > 2 || (baits.length > 1 && near(baits, any("amount"), 6))) return true;
  if (!near(offers, baits, 9)) return false;
  return (
    baits.length > 1 ||
    near(offers, any("you"), 9) ||
    near(offers, any("amount"), 8) ||
    near(offers, meant("messenger", "invite", "click", "crypto"), 12) ||
    reading.links.unknown > 0
  );
};

export const moneyMule: Detector = (scene) => {
  const { meant: meantAll, any, near, reading } = scene;
  if (overpayment(scene)) return true;
  if (near(meantAll("overpaid_you"), meantAll("give", "pay", "refund", "sum"), 16)) return true;
  const asksOnly = ({ from }: Mark): boolean => reading.questions.has(reading.words[from]?.sentence ?? -1);
  const meant: typeof meantAll = (...concepts) =>
    meantAll(...concepts).filter((mark) => !isOwn(reading, mark) && !(mark.concept === "mule" && asksOnly(mark)));
  return isMule({ meant, any, near });
};

/** `Cash the cheque, and send the rest on`. */
const overpayment: Detector = ({ meant, any, near }) =>
  meant("cheque").length > 0 && near(meant("surplus"), any("pass_on", "give"), 9);

const isMule = ({ meant, any, near }: Pick<Scene, "meant" | "any" | "near">): boolean =>
  (near(meant("parcel"), meant("forward"), 6) && any("amount", "job").length > 0) ||
  near(meant("mule"), meant("pay", "sum", "job", "give"), 12);
