"use client";

import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { MessageText } from "#components/inbox/message-text.tsx";
import { useFormat } from "#lib/client/use-format.ts";

type ShownMail = { to: string; subject: string; text: string; at: string };

/** Mails as they would have been sent, with their links to follow. */
export const ShownMails = ({ mails }: { mails: readonly ShownMail[] }) => {
  const t = useTranslations("shell.mails");
  const { full } = useFormat();
  return (
    <ul className="grid gap-3">
      {mails.map(({ to, subject, text, at }) => (
        <li key={`${at} ${text}`} className="rounded-panel border bg-surface p-4 shadow-1 md:p-5">
          <h2 className="font-semibold">{subject}</h2>
          <p className="mb-3 text-[13px] text-text-2 [overflow-wrap:anywhere]">
            {t("to", { address: to })} · <LocalTime iso={at} text={full(at)} />
          </p>
          <MessageText text={text} />
        </li>
      ))}
    </ul>
  );
};
