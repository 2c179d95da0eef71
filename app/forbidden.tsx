import { Lock } from "lucide-react";
import type { Metadata } from "next";
import { StatusPage } from "#components/shell/status-page.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const t = translator("shell");

export const metadata: Metadata = { title: t("forbidden.title") };

const Forbidden = () => (
  <StatusPage
    icon={<Lock className="size-7" />}
    title={t("forbidden.title")}
    body={t("forbidden.body")}
    action={
      <a href="/" className={buttonClass()}>
        {t("forbidden.action")}
      </a>
    }
    homeLabel={t("home")}
  />
);

export default Forbidden;
