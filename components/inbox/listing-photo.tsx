"use client";

import { useTranslations } from "use-intl";
import { Photo } from "#components/housing/photo.tsx";

/** The picture of the home; it keeps its room while it loads, and repeats what stands below it. */
export const ListingPhoto = ({ url }: { url: string | null }) => {
  const t = useTranslations("inbox.side");
  return (
    <div className="h-[132px] overflow-hidden rounded-panel">
      <Photo url={url} alt="" missing={t("noPhoto")} />
    </div>
  );
};
