"use client";

import { Flag } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";

const ReportDialog = lazy(() => import("./report-dialog.tsx").then((module) => ({ default: module.ReportDialog })));

/** The way to report who lets a home, before one has written to them. */
export const ReportLandlord = (landlord: { listingId: string; userId: string; name: string }) => {
  const t = useTranslations("moderation.report");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="-my-1 inline-flex min-h-11 cursor-pointer items-center gap-2 justify-self-start text-[14px] text-text-2 underline-offset-2 hover:text-danger hover:underline md:min-h-9"
      >
        <Flag aria-hidden="true" className="size-4" />
        {t("menu", { name: landlord.name })}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ReportDialog reported={landlord} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
