import type { Metadata } from "next";
import { BackLink } from "#components/homes/back-link.tsx";
import { NewHome } from "#components/homes/new-home.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const t = translator("homes");

export const metadata: Metadata = { title: t("newTitle") };

const NewHomePage = () => (
  <>
    <BackLink href="/my/listings">{t("back")}</BackLink>
    <div>
      <h1 className="font-bold text-2xl tracking-tight">{t("newTitle")}</h1>
      <p className="mt-1 text-text-2">{t("newLead")}</p>
    </div>
    <div className="rounded-panel border bg-surface p-5 shadow-1">
      <NewHome />
    </div>
  </>
);

export default NewHomePage;
