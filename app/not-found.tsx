import { Signpost } from "lucide-react";
import type { Metadata } from "next";
import { StatusPage } from "#components/shell/status-page.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const t = translator("shell");

export const metadata: Metadata = { title: t("notFound.title") };

const NotFound = () => (
  <StatusPage
    icon={<Signpost className="size-7" />}
    title={t("notFound.title")}
    body={t("notFound.body")}
    action={
      <a href="/" className={buttonClass()}>
        {t("notFound.action")}
      </a>
    }
    homeLabel={t("home")}
  />
);

export default NotFound;
