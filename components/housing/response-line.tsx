import { responseWords } from "#lib/client/response-words.ts";
import { translator } from "#lib/client/texts/translator.ts";
import type { ResponseFigures } from "#lib/contract/responses.ts";

/** How a landlord answers, in one line. */
export const ResponseLine = ({ figures }: { figures: ResponseFigures }) => {
  const t = translator("housing");
  const words = responseWords(figures);
  const said = () => {
    if (words.key === "isNew") return t("listing.responses.isNew");
    if (words.key === "seldom") return t("listing.responses.seldom", { percent: String(words.percent) });
    return t(`listing.responses.${words.key}`, { count: words.count });
  };
  return <p className="text-[13px] text-text-2">{said()}</p>;
};
