import type { Metadata } from "next";
import { StatusPage } from "#components/shell/status-page.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const t = translator("shell");

export const metadata: Metadata = { title: t("notFound.title") };

/** A signpost. Drawn here: what the other icons are made of would come with every page once more. */
const Signpost = () => (
  <svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    className="size-7"
    aria-hidden="true"
  >
    <path d="M12 21V13M12 3v2M5 5h12l3 4-3 4H5z" strokeLinejoin="round" />
  </svg>
);

const NotFound = () => (
  <StatusPage
    icon={<Signpost />}
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
