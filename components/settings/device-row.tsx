"use client";

import { Laptop, Smartphone, TerminalSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { formatAgo } from "#lib/client/format.ts";
import { useFormat } from "#lib/client/use-format.ts";
import { useNow } from "#lib/client/use-now.ts";
import type { Session } from "#lib/contract/accounts.ts";

const MINUTE_MS = 60_000;
const HANDHELD = /Android|iPhone|iPad/;

const Icon = ({ kind, deviceName }: Session) => {
  const Shape = kind === "token" ? TerminalSquare : HANDHELD.test(deviceName ?? "") ? Smartphone : Laptop;
  return <Shape aria-hidden="true" className="size-5" />;
};

/** What a person calls a session. */
export const useDeviceName = () => {
  const t = useTranslations("settings.devices");
  return ({ kind, deviceName }: Session) => deviceName ?? t(kind === "web" ? "unnamedWeb" : "unnamedToken");
};

type DeviceRowProps = { session: Session; busy: boolean; onSignOut: () => void };

/** One sign-in: what it is, when it was last used, and the way to end it. */
export const DeviceRow = ({ session, busy, onSignOut }: DeviceRowProps) => {
  const t = useTranslations("settings.devices");
  const { full } = useFormat();
  const name = useDeviceName()(session);
  const now = useNow(MINUTE_MS);
  const { current, createdAt, lastSeenAt } = session;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-surface-2 text-text-2">
        <Icon {...session} />
      </span>
      <div className="min-w-0 flex-1 basis-36">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          <span className="[overflow-wrap:anywhere]">{name}</span>
          {current && (
            <span className="rounded-full bg-accent-soft px-2 py-0.5 font-semibold text-accent-strong text-xs">
              {t("current")}
            </span>
          )}
        </p>
        <p className="grid text-[13px] text-text-2">
          <LocalTime iso={lastSeenAt} text={t("lastUsed", { ago: formatAgo(lastSeenAt, now) })} title={full(lastSeenAt)} />
          <LocalTime iso={createdAt} text={t("since", { date: full(createdAt) })} />
        </p>
      </div>
      {!current && (
        <Button
          variant="secondary"
          size="s"
          busy={busy}
          aria-label={t("signOutNamed", { name, date: full(createdAt) })}
          onClick={onSignOut}
        >
          {t("signOut")}
        </Button>
      )}
    </li>
  );
};
