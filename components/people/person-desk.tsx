"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { BackLink } from "#components/homes/back-link.tsx";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { ActDialog, type ActKind } from "#components/moderation/act-dialog.tsx";
import { CaseHistory } from "#components/moderation/case-history.tsx";
import { CaseSanctions } from "#components/moderation/case-sanctions.tsx";
import { WordsDialog } from "#components/moderation/words-dialog.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { Button } from "#components/ui/button.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import { usePersonFile } from "#lib/client/use-person-file.ts";
import type { PersonFile } from "#lib/contract/people.ts";
import type { Sanction } from "#lib/contract/sanctions.ts";
import { PersonSessions } from "./person-sessions.tsx";
import { RoleForm } from "./role-form.tsx";
import { StandingPills } from "./standing-pills.tsx";

/** What may be done to somebody, least first. */
const acts = ["warn", "remove-all", "silence", "kick", "ban"] as const satisfies readonly ActKind[];

const Head = ({ file: { person, emailVerified, verifiedAt } }: { file: PersonFile }) => {
  const t = useTranslations("people");
  const { full } = useFormat();
  const { name, email, joinedAt, lastSeenAt } = person;
  return (
    <div className="grid gap-1.5">
      <h1 dir="auto" className="font-bold text-2xl tracking-tight [overflow-wrap:anywhere]">
        {name}
      </h1>
      <p className="flex flex-wrap items-center gap-2">
        <StandingPills person={person} />
      </p>
      <p className="text-[14.5px] [overflow-wrap:anywhere]">
        {email} <span className="text-text-2">({t(emailVerified ? "emailVerified" : "emailUnverified")})</span>
      </p>
      <p className="text-[13px] text-text-2">
        <LocalTime iso={joinedAt} text={t("joined", { when: full(joinedAt) })} className="block" />
        {lastSeenAt && <LocalTime iso={lastSeenAt} text={t("seenAt", { when: full(lastSeenAt) })} className="block" />}
        {verifiedAt && <LocalTime iso={verifiedAt} text={t("verified", { when: full(verifiedAt) })} className="block" />}
        <span className="block">{t("onRecord")}</span>
      </p>
    </div>
  );
};

type Asked = { act: ActKind } | { lift: Sanction };
type PersonDeskProps = { initial: PersonFile; viewer: { id: string; role: "admin" | "moderator" } };

/** Somebody, with all that there was, and what can be done about them. */
export const PersonDesk = ({ initial, viewer }: PersonDeskProps) => {
  const t = useTranslations("people");
  const caseWords = useTranslations("moderation");
  const { held, act, lift, endSessions, setRole } = usePersonFile(initial);
  const [asked, setAsked] = useState<Asked>();
  const [told, setTold] = useState("");
  const { person, reports, sanctions, sessions } = held;
  const { name } = person;
  const isSelf = person.id === viewer.id;
  const ask = (next: Asked): void => {
    for (const step of [act, lift]) step.reset();
    setTold("");
    setAsked(next);
  };
  const close = (): void => setAsked(undefined);
  const done = (words: string) => ({
    onSuccess: () => {
      close();
      setTold(words);
    },
  });

  return (
    <>
      <BackLink href="/admin/people">{t("back")}</BackLink>
      <Head file={held} />
      <p role="status" className="text-[14px] text-text-2 empty:hidden">
        {told}
      </p>
      {isSelf ? (
        <p className="text-text-2">{t("self")}</p>
      ) : (
        <SettingsSection title={caseWords("case.acts", { name })}>
          <div className="flex flex-wrap gap-2">
            {acts.map((kind) => (
              <Button key={kind} variant="secondary" size="s" onClick={() => ask({ act: kind })}>
                {caseWords(`act.do.${kind}`)}
              </Button>
            ))}
          </div>
        </SettingsSection>
      )}
      <SettingsSection title={t("before")}>
        <div className="grid gap-4">
          <CaseHistory name={t("reports")} history={reports} />
          <CaseSanctions sanctions={sanctions} onLift={(sanction) => ask({ lift: sanction })} />
        </div>
      </SettingsSection>
      <SettingsSection title={t("sessions.title")}>
        <div className="grid gap-3">
          <PersonSessions
            sessions={sessions}
            busy={endSessions.isPending}
            onEnd={(session) => endSessions.mutate(session?.id, done(t("sessions.ended", { name })))}
          />
          <FormAlert>
            {endSessions.error && <FormErrorText key={endSessions.error.message} error={endSessions.error} />}
          </FormAlert>
        </div>
      </SettingsSection>
      {viewer.role === "admin" && !isSelf && (
        <SettingsSection title={t("role")} lead={t("setRole.lead")}>
          <RoleForm
            key={person.role}
            name={name}
            role={person.role}
            busy={setRole.isPending}
            error={setRole.error}
            onSet={(role, onDone) =>
              setRole.mutate(role, {
                onSuccess: () => {
                  onDone();
                  setTold(t("setRole.done", { name }));
                },
              })
            }
          />
        </SettingsSection>
      )}
      {asked && "act" in asked && (
        <ActDialog
          key={asked.act}
          kind={asked.act}
          name={name}
          rule="other"
          busy={act.isPending}
          error={act.error}
          onClose={close}
          onConfirm={(decided) => act.mutate({ ...decided, kind: asked.act }, done(caseWords("case.acted", { name })))}
        />
      )}
      {asked && "lift" in asked && (
        <WordsDialog
          title={caseWords("case.liftTitle")}
          body={caseWords("case.liftBody", { name })}
          label={caseWords("case.liftReason")}
          action={caseWords("case.lift")}
          isNeeded
          busy={lift.isPending}
          error={lift.error}
          onClose={close}
          onConfirm={(reason) => lift.mutate({ id: asked.lift.id, reason }, done(caseWords("case.lifted")))}
        />
      )}
    </>
  );
};
