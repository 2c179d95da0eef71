import { SearchX } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import type { Looser, SearchPart } from "#lib/contract/housing.ts";
import { type SearchDraft, searchHref } from "./search-href.ts";

const withoutPart = (draft: SearchDraft, part: SearchPart): SearchDraft => {
  if (part === "dates") return { ...draft, moveIn: "", moveOut: "" };
  return { ...draft, [part === "maxRentCents" ? "maxRent" : part]: "" };
};

type NothingFoundProps = { searched: SearchDraft; looser: Looser };

/** Says that nothing fits, and what to let go of to find something. */
export const NothingFound = ({ searched, looser }: NothingFoundProps) => {
  const t = translator("housing");
  const linkClass = buttonClass({ variant: "secondary", size: "s" });
  const { without, city } = looser;
  return (
    <EmptyState
      icon={<SearchX className="size-7" />}
      title={t("results.emptyTitle")}
      body={t(without.length > 0 ? "results.emptyLoosen" : "results.emptyBody")}
      action={
        <ul className="grid justify-items-center gap-2">
          {city && city !== searched.city && (
            <li>
              <Link href={searchHref({ ...searched, city })} className={linkClass}>
                {t("results.didYouMean", { city })}
              </Link>
            </li>
          )}
          {without.map(({ part, total }) => (
            <li key={part}>
              <Link href={searchHref(withoutPart(searched, part))} className={linkClass}>
                {t(`results.without.${part}`, { total })}
              </Link>
            </li>
          ))}
          <li>
            <Link href="/" className={linkClass}>
              {t("results.emptyAction")}
            </Link>
          </li>
        </ul>
      }
    />
  );
};
