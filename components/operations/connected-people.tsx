"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { formatAgo } from "#lib/client/format.ts";
import { useConnectedPeople } from "#lib/client/use-connected-people.ts";
import { useFormat } from "#lib/client/use-format.ts";
import { useNow } from "#lib/client/use-now.ts";
import { writeNumber } from "#lib/client/write-number.ts";
import type { ConnectedPeople as Connected, ConnectedPerson } from "#lib/contract/connections.ts";

const MINUTE_MS = 60_000;

const Person = ({ person: { user, connections } }: { person: ConnectedPerson }) => {
  const t = useTranslations("overview.connected");
  const roleWords = useTranslations("shell.account.role");
  const { full } = useFormat();
  const now = useNow(MINUTE_MS);
  return (
    <li className="grid gap-0.5 py-2.5 md:grid-cols-2 md:gap-4">
      <p className="min-w-0">
        <Link
          href={`/admin/people/${user.id}`}
          prefetch={false}
          dir="auto"
          className="font-medium text-accent-strong underline-offset-2 [overflow-wrap:anywhere] hover:underline"
        >
          {user.name}
        </Link>{" "}
        <span className="text-[13px] text-text-2">{roleWords(user.role)}</span>
      </p>
      <ul className="text-[13px] text-text-2">
        {connections.map(({ since, transport, device }) => (
          <li key={`${since} ${transport} ${device}`} className="[overflow-wrap:anywhere]">
            {device ?? t("unnamed")}, {t(transport)},{" "}
            <LocalTime iso={since} text={t("since", { ago: formatAgo(since, now) })} title={full(since)} />
          </li>
        ))}
      </ul>
    </li>
  );
};

const Shown = ({ connected: { node, people, connections, items } }: { connected: Connected }) => {
  const t = useTranslations("overview.connected");
  return (
    <>
      <p className="text-[13.5px] text-text-2">
        {t("summary", { node, people: writeNumber(people), connections: writeNumber(connections) })}{" "}
        {people > items.length && t("cut", { count: writeNumber(items.length) })}
      </p>
      <ul aria-label={t("list")} className="divide-y">
        {items.map((person) => (
          <Person key={person.user.id} person={person} />
        ))}
      </ul>
    </>
  );
};

/** Who is connected, and by what: asked for only while it is open. */
export const ConnectedPeople = () => {
  const t = useTranslations("overview.connected");
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useConnectedPeople(isOpen);
  return (
    <details
      className="min-w-0 rounded-panel border bg-surface shadow-1"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="min-h-11 cursor-pointer px-4 py-3 font-medium text-sm">{t("open")}</summary>
      <div aria-busy={!data && !error} className="grid gap-2 border-t px-4 py-3">
        <FormAlert>{error && t("failed")}</FormAlert>
        {data && <Shown connected={data} />}
      </div>
    </details>
  );
};
