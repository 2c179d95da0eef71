"use client";

import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { formatAgo } from "#lib/client/format.ts";
import { useFormat } from "#lib/client/use-format.ts";
import { useNow } from "#lib/client/use-now.ts";
import type { PersonSession } from "#lib/contract/people.ts";

const MINUTE_MS = 60_000;

type PersonSessionsProps = {
  sessions: readonly PersonSession[];
  busy: boolean;
  onEnd: (session: PersonSession | undefined) => void;
};

/** Where somebody is signed in, and the ways to end that. */
export const PersonSessions = ({ sessions, busy, onEnd }: PersonSessionsProps) => {
  const t = useTranslations("people.sessions");
  const { full } = useFormat();
  const now = useNow(MINUTE_MS);
  if (sessions.length === 0) return <p className="text-text-2">{t("none")}</p>;
  return (
    <div className="grid gap-3">
      <ul aria-label={t("title")} className="divide-y">
        {sessions.map((session) => {
          const { id, kind, deviceName, createdAt, lastSeenAt } = session;
          const name = deviceName ?? t(`unnamed.${kind}`);
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 py-3 first:pt-0">
              <div className="min-w-0">
                <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
                <p className="grid text-[13px] text-text-2">
                  <LocalTime iso={lastSeenAt} text={t("used", { ago: formatAgo(lastSeenAt, now) })} title={full(lastSeenAt)} />
                  <LocalTime iso={createdAt} text={t("since", { when: full(createdAt) })} />
                </p>
              </div>
              <Button
                variant="secondary"
                size="s"
                busy={busy}
                aria-label={t("endNamed", { name, when: full(createdAt) })}
                onClick={() => onEnd(session)}
              >
                {t("end")}
              </Button>
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <div>
          <Button variant="secondary" size="s" busy={busy} onClick={() => onEnd(undefined)}>
            {t("endAll")}
          </Button>
        </div>
      )}
    </div>
  );
};
