import type { Mark } from "../concept-index.ts";
import type { Detector } from "../detector.ts";
import { isNegated } from "../stance.ts";

export const slurAtYou: Detector = ({ meant, any, near, reading }) =>
  meant("slur").length > 0 && (near(meant("slur"), any("you", "you_are"), 4) || reading.words.length <= 8);

export const slur: Detector = ({ meant }) => meant("slur").length > 0;

const areTwo = (names: readonly Mark[]): boolean => names.some((one) => names.some((other) => other.from > one.to));

export const insult: Detector = ({ meant, any, near, follows, reading, stance }) => {
  const names = meant("insult");
  // What German denies behind it may be another thing: `so ugly that nobody …`.
  const called = stance.isReport
    ? []
    : any("insult", "belittle").filter(({ from }) => !reading.nots.subarray(Math.max(0, from - 4), from).includes(1));
  if (stance.telling.size === 0 && follows(any("you_are"), called, 4)) return true;
  if (follows(any("you_are"), meant("insult", "belittle"), 4) || areTwo(names)) return true;
  const isCalled = meant("belittle").some(({ from }) => ["you", "u", "du"].includes(reading.words[from - 1]?.text ?? ""));
  if (isCalled || near(any("kind"), meant("belittle"), 14)) return true;
  return (
    near(names, any("you"), 3) ||
    (names.length > 0 && reading.words.length <= 4) ||
    (names.length > 0 && meant("belittle", "slur").length > 1)
  );
};

/** Threats, and wishes that come close to them. */
export const threat: Detector = ({ meant, any, near }) =>
  meant("threat").length > 0 ||
  near(meant("i_know"), meant("whereabouts"), 4) ||
  (near(meant("harm"), any("hope"), 5) && near(any("hope", "harm"), any("you"), 3));

export const hate: Detector = ({ stance, any, near, reading }) => {
  if (stance.isReport || stance.telling.size > 0) return false;
  if (any("hate").length > 0 || near(any("kind"), any("banish", "harm", "not"), 8)) return true;
  if (near(any("people"), any("like_you"), 3)) return true;
  const turnedDown = any("people").filter((mark) => isNegated(reading, mark) || near([mark], any("not"), 5));
  return near(turnedDown, any("charge", "here", "house", "deal", "prefer", "apply"), 8);
};

export const sexual: Detector = ({ meant, any, near }) =>
  !near(meant("sexual"), any("learn"), 6) &&
  (near(meant("sexual"), any("you", "me", "favour", "flirt", "sum", "give", "copy"), 7) ||
    (meant("sexual").length > 0 && meant("flirt").length > 0));

export const favours: Detector = ({ meant, any, near }) =>
  near(meant("favour"), meant("lover"), 8) ||
  (near(meant("favour"), any("sum", "pay", "secure", "room"), 9) && meant("flirt", "sexual", "photo_of_you").length > 0);

export const advances: Detector = ({ meant, any, near }) => {
  const flirts = meant("flirt");
  const photos = meant("photo_of_you");
  if (near(meant("girl_wanted"), any("flirt", "favour", "sexual"), 12)) return true;
  if (photos.length > 0 && (flirts.length > 0 || near(photos, meant("give"), 5))) return true;
  // One word of two families is one word.
  const apart = flirts.some((one) => flirts.some((other) => other.from > one.to));
  return apart && near(flirts, any("you"), 5);
};
