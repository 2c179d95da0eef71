import type { ReactNode } from "react";
import { translator } from "#lib/client/texts/translator.ts";

/** What stands around the viewings, whether they are there yet or not. */
export const ViewingsFrame = ({ children }: { children: ReactNode }) => {
  const t = translator("viewings");
  return (
    <div className="mx-auto grid max-w-[1040px] gap-6 px-4 py-5 md:px-7 md:py-8">
      <div>
        <h1 className="font-bold text-[26px] leading-tight tracking-tight">{t("page.title")}</h1>
        <p className="mt-1 text-text-2">{t("page.lead")}</p>
      </div>
      {children}
    </div>
  );
};
