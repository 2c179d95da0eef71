import { formatPrice } from "#lib/client/format.ts";
import { translator } from "#lib/client/texts/translator.ts";

/** 'From €540 a month', the amount in bold. */
export const PriceFrom = ({ cents }: { cents: number }) => (
  <p className="tabular text-[13.5px] text-text-2">
    {translator("housing").rich("priceFrom", {
      amount: formatPrice(cents),
      price: (chunks) => <b className="font-semibold text-base text-text">{chunks}</b>,
    })}
  </p>
);
