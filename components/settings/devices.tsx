"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { useSessions } from "#lib/client/use-sessions.ts";
import type { Session, SessionList } from "#lib/contract/accounts.ts";
import { ConfirmSignOut } from "./confirm-sign-out.tsx";
import { DeviceRow, useDeviceName } from "./device-row.tsx";

const currentFirst = (one: Session, other: Session): number => Number(other.current) - Number(one.current);

/** Where one is signed in, and the ways to end that. */
export const Devices = ({ initial }: { initial: SessionList }) => {
  const t = useTranslations("settings.devices");
  const nameOf = useDeviceName();
  const { items, error, end, endOthers } = useSessions(initial);
  const [asked, setAsked] = useState<Session | "others">("others");
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState("");

  const signOut = (session: Session) =>
    end.mutate(session.id, { onSuccess: () => setTold(t("signedOut", { name: nameOf(session) })) });
  const signOutOthers = () => endOthers.mutate(undefined, { onSuccess: () => setTold(t("signedOutOthers")) });
  const ask = (what: Session | "others") => {
    setAsked(what);
    setAsking(true);
  };
  const close = () => setAsking(false);
  const confirm = () => {
    close();
    if (asked === "others") signOutOthers();
    else signOut(asked);
  };

  return (
    <>
      <ul aria-label={t("list")} className="-my-3 divide-y">
        {items.toSorted(currentFirst).map((session) => (
          <DeviceRow
            key={session.id}
            session={session}
            busy={end.isPending && end.variables === session.id}
            onSignOut={() => ask(session)}
          />
        ))}
      </ul>
      <div className="mt-6 grid justify-items-start [&>:not(:empty):not(:last-child)]:mb-3">
        <FormAlert>{error && <FormErrorText key={error.message} error={error} />}</FormAlert>
        <p role="status" className="text-[14px] text-text-2">
          {told || (items.length === 1 && t("onlyHere"))}
        </p>
        {items.length > 1 && (
          <Button variant="secondary" busy={endOthers.isPending} onClick={() => ask("others")}>
            {t("signOutOthers")}
          </Button>
        )}
      </div>
      <ConfirmSignOut open={isAsking} asked={asked} onClose={close} onConfirm={confirm} />
    </>
  );
};
