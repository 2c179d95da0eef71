"use client";

import { Megaphone } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { DeskList } from "#components/admin/desk-list.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { asApiError } from "#lib/client/api.ts";
import { usePublishedAlerts } from "#lib/client/use-published-alerts.ts";
import type { AlertPage, NewAlert, PublishedAlert } from "#lib/contract/alerts.ts";
import { AlertForm } from "./alert-form.tsx";
import { AlertRow } from "./alert-row.tsx";
import { EndAlertDialog } from "./end-alert-dialog.tsx";

const DeskError = ({ error }: { error: Error }) => {
  const t = useTranslations("alerts");
  const { code } = asApiError(error);
  if (code === "conflict") return t("tooMany");
  return code === "not_found" ? t("gone") : <FormErrorText key={error.message} error={error} />;
};

const NothingYet = () => {
  const t = useTranslations("alerts");
  const icon = <Megaphone className="size-7" />;
  return <EmptyState icon={icon} heading="h3" title={t("emptyTitle")} body={t("emptyBody")} className="py-4" />;
};

/** Where admins publish announcements, see which stand, and end them. */
export const AlertDesk = ({ initial }: { initial: AlertPage }) => {
  const t = useTranslations("alerts");
  const { items, publish, end, isStale, more } = usePublishedAlerts(initial);
  const [asked, setAsked] = useState<PublishedAlert>();
  const [told, setTold] = useState("");
  const list = useRef<HTMLDivElement>(null);

  const onPublish = (alert: NewAlert, onDone: () => void): void => {
    setTold("");
    publish.mutate(alert, {
      onSuccess: ({ title }) => {
        onDone();
        setTold(t("published", { title }));
      },
    });
  };
  const onEnd = ({ id, title }: PublishedAlert): void => {
    setAsked(undefined);
    // Its button goes away with it: the focus stays near.
    end.mutate(id, {
      onSuccess: () => {
        setTold(t("endedNow", { title }));
        list.current?.focus();
      },
    });
  };

  return (
    <>
      <SettingsSection title={t("newTitle")}>
        <div className="grid gap-3">
          <AlertForm busy={publish.isPending} told={told} onPublish={onPublish} />
          <FormAlert>{publish.error && <DeskError error={publish.error} />}</FormAlert>
        </div>
      </SettingsSection>
      <SettingsSection title={t("listTitle")}>
        <div ref={list} tabIndex={-1} className="grid grid-cols-[minmax(0,1fr)] gap-3 outline-none">
          <DeskList
            label={t("list")}
            isEmpty={items.length === 0}
            empty={<NothingYet />}
            problem={end.error ? <DeskError error={end.error} /> : isStale && t("stale")}
            more={more}
            moreLabel={t("older")}
            moreFailed={t("olderFailed")}
          >
            {items.map((alert) => (
              <AlertRow
                key={alert.id}
                alert={alert}
                busy={end.isPending && end.variables === alert.id}
                onEnd={() => setAsked(alert)}
              />
            ))}
          </DeskList>
        </div>
      </SettingsSection>
      <EndAlertDialog alert={asked} onClose={() => setAsked(undefined)} onConfirm={onEnd} />
    </>
  );
};
