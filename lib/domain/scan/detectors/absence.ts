import type { Mark } from "../concept-index.ts";
import type { Detector, Scene } from "../detector.ts";
import { isNegated } from "../stance.ts";

/** `Send the keys`, or behind them where some languages put it. */
const isSent = ({ meant, near, follows }: Scene, keys: readonly Mark[]): boolean =>
  near(keys, meant("ship"), 8) || follows(keys, meant("ship"), 11);

export const keysByPost: Detector = (scene) => {
  const { meant, any, near, reading } = scene;
  const keys = any("keys").filter((mark) => meant("keys").includes(mark) || isNegated(reading, mark));
  // `I send no keys`: only by hand.
  const never = any("ship").filter(
    (mark) => isNegated(reading, mark) || /^(?:no|nie|nunca|jamais)$/.test(reading.words[mark.from - 1]?.text ?? ""),
  );
  if (never.some((mark) => near([mark], keys, 4)) || any("in_hand").length > 0) return false;
  return meant("ship").length > 0 && isSent(scene, keys);
};

/** `Nobody can show it`, `I am not able to meet you`. */
const isShut = ({ any, near, reading }: Scene): boolean =>
  any("cannot_show", "unseen").length > 0 ||
  near(any("nobody"), any("show"), 6) ||
  (any("my_home").length > 0 && any("cannot_travel").some((mark) => isNegated(reading, mark) || mark.to > mark.from)) ||
  any("show").some((mark) => isNegated(reading, mark));

/** The owner is far away and nobody can open the door. */
export const awayOwner: Detector = (scene) => {
  const { meant, any, near, demanded } = scene;
  const away = meant("abroad", "country", "away_story");
  const posted = isSent(scene, meant("keys"));
  const shut = isShut(scene);
  const money = demanded("pay").length > 0;
  if (away.length === 0)
    return (
      meant("away_weak").length > 0 &&
      (posted || (shut && any("keys", "pay", "caretale", "papers", "middleman", "pictures_true").length > 0))
    );
  const helps = any("helper").some((mark) => near([mark], any("show", "keys", "viewing", "helper_does"), 8));
  if (helps && !posted && !money) return false;
  if (any("caretale").length > 0 && any("me").length > 0) return true;
  return posted || shut || money || demanded("middleman").length > 0;
};

const isDenied = ({ any, near, follows, reading }: Pick<Scene, "any" | "near" | "follows" | "reading">): boolean =>
  any("cannot_show").length > 0 ||
  near(any("nobody"), any("show"), 4) ||
  any("viewing", "show").some((mark) => isNegated(reading, mark) || follows([mark], any("not"), 4));

/** Nobody is let in before it is too late. */
export const noViewing: Detector = ({ meant, any, near, follows, stance, reading }) =>
  !stance.isReport &&
  (any("unseen").length > 0 || (isDenied({ any, near, follows, reading }) && any("pictures_true", "others_did").length > 0)) &&
  !near(any("unseen"), any("until_later"), 6) &&
  (meant("helper").length === 0 || any("pictures_true").length > 0);

export const middleman: Detector = ({ demanded, meant, any, near }) =>
  near(demanded("middleman"), demanded("pay", "secure"), 10) ||
  near(demanded("middleman"), meant("keys", "refund"), 8) ||
  (near(demanded("middleman"), any("hold"), 8) && near(any("hold"), any("sum", "pay"), 4));
