import Link from "next/link";
import { Notice } from "#components/ui/notice.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** Tells a landlord that nobody else sees this page, and leads back to where it is made. */
export const PreviewNote = ({ listingId }: { listingId: string }) => {
  const t = translator("homes");
  return (
    <div className="mx-auto max-w-[1236px] px-4 pt-4 md:px-7">
      <Notice tone="info">
        {t("previewNote")}{" "}
        <Link href={`/my/listings/${listingId}`} className="font-semibold underline">
          {t("previewBack")}
        </Link>
      </Notice>
    </div>
  );
};
