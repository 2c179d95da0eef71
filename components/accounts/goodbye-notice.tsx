"use client";

import { useTranslations } from "use-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { Goodbye } from "#lib/client/goodbye.ts";
import { Suspended } from "./suspended.tsx";

/** Why one finds oneself at the sign-in. */
export const GoodbyeNotice = ({ why, until = null }: Goodbye) => {
  const t = useTranslations("accounts.goodbye");
  return (
    <Notice tone={why === "suspended" ? "warn" : "info"} className="mb-5">
      {why === "suspended" ? <Suspended until={until} /> : t(why)}
    </Notice>
  );
};
