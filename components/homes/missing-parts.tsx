import { useTranslations } from "use-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { MissingPart } from "#lib/contract/own-listings.ts";

/** Names what a home needs before it can be published. */
export const MissingParts = ({ missing }: { missing: readonly MissingPart[] }) => {
  const t = useTranslations("homes");
  return (
    <Notice tone="info">
      <p>{t("missingLead")}</p>
      <ul className="mt-1 list-disc pl-5">
        {missing.map((part) => (
          <li key={part}>{t(`missing.${part}`)}</li>
        ))}
      </ul>
    </Notice>
  );
};
