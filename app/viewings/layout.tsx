import type { Metadata } from "next";
import type { ReactNode } from "react";
import { translator } from "#lib/client/texts/translator.ts";
import { LiveLayout } from "../live-layout.tsx";

const t = translator("viewings");

export const metadata: Metadata = { title: t("page.title"), robots: { index: false } };

const ViewingsLayout = ({ children }: { children: ReactNode }) => (
  <LiveLayout className="max-w-[1040px]">
    <div>
      <h1 className="font-bold text-[26px] leading-tight tracking-tight">{t("page.title")}</h1>
      <p className="mt-1 text-text-2">{t("page.lead")}</p>
    </div>
    {children}
  </LiveLayout>
);

export default ViewingsLayout;
