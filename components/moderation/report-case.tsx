"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { BackLink } from "#components/homes/back-link.tsx";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { asApiError } from "#lib/client/api.ts";
import { useFormat } from "#lib/client/use-format.ts";
import { useReportCase } from "#lib/client/use-report-case.ts";
import type { ReportCase as Case, QueuedReport } from "#lib/contract/reports.ts";
import type { Sanction } from "#lib/contract/sanctions.ts";
import { ActDialog, type ActKind } from "./act-dialog.tsx";
import { CaseActions } from "./case-actions.tsx";
import { CaseHistory } from "./case-history.tsx";
import { CaseSanctions } from "./case-sanctions.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { ReportRow, ReportStatusPill } from "./report-row.tsx";
import { WordsDialog } from "./words-dialog.tsx";

const Head = ({ report, decisionNote }: { report: QueuedReport; decisionNote: string | null }) => {
  const t = useTranslations("moderation");
  const { full } = useFormat();
  const { reported, reporter, reason, note, createdAt, messageId, decidedBy, decidedAt } = report;
  return (
    <div className="grid gap-1.5">
      <h1 dir="auto" className="font-bold text-2xl tracking-tight [overflow-wrap:anywhere]">
        {t(messageId ? "own.message" : "own.person", { name: reported.name })}
      </h1>
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t(`reason.${reason}`)}</span>
        <ReportStatusPill report={report} />
      </p>
      {note && (
        <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
          {note}
        </p>
      )}
      <p className="text-[13px] text-text-2">
        <LocalTime iso={createdAt} text={t("queue.by", { name: reporter.name, when: full(createdAt) })} className="block" />
        {decidedBy && decidedAt && (
          <LocalTime
            iso={decidedAt}
            text={t("case.decidedBy", { name: decidedBy.name, when: full(decidedAt) })}
            className="block"
          />
        )}
      </p>
      {decisionNote && (
        <p dir="auto" className="text-[14.5px] text-text-2 [overflow-wrap:anywhere]">
          {decisionNote}
        </p>
      )}
    </div>
  );
};

const CaseError = ({ error }: { error: Error }) => {
  const t = useTranslations("moderation.case");
  const { code } = asApiError(error);
  return code === "conflict" ? t("taken") : <FormErrorText key={error.message} error={error} />;
};

type Asked = { act: ActKind } | { decide: "acted" | "dismissed" } | { lift: Sanction };

/** One report with all that there is to decide by, and what can be done. */
export const ReportCase = ({ initial }: { initial: Case }) => {
  const t = useTranslations("moderation");
  const { held, claim, decide, act, lift } = useReportCase(initial);
  const [asked, setAsked] = useState<Asked>();
  const [told, setTold] = useState("");
  const { report, evidence, decisionNote, reporter, reported, sanctions, similar } = held;
  const { name, id: userId } = report.reported;
  const ask = (next: Asked): void => {
    for (const step of [claim, decide, act, lift]) step.reset();
    setTold("");
    setAsked(next);
  };
  const close = () => setAsked(undefined);
  const done = (words: string) => ({
    onSuccess: () => {
      close();
      setTold(words);
    },
  });

  return (
    <>
      <BackLink href="/admin/reports">{t("case.back")}</BackLink>
      <Head report={report} decisionNote={decisionNote} />
      <SettingsSection title={t("case.evidence")} lead={t("case.evidenceLead")}>
        <EvidenceList lines={evidence} reportedMessageId={report.messageId} reportedId={userId} />
      </SettingsSection>
      <SettingsSection title={t("case.before")}>
        <div className="grid gap-4">
          <div className="grid gap-2 md:grid-cols-2">
            <CaseHistory name={t("case.reported", { name })} history={reported} />
            <CaseHistory name={t("case.reporter", { name: report.reporter.name })} history={reporter} />
          </div>
          <CaseSanctions sanctions={sanctions} onLift={(sanction) => ask({ lift: sanction })} />
        </div>
      </SettingsSection>
      {similar.length > 0 && (
        <SettingsSection title={t("case.similar")}>
          <ul className="grid gap-3">
            {similar.map((one) => (
              <ReportRow key={one.id} report={one} />
            ))}
          </ul>
        </SettingsSection>
      )}
      <SettingsSection title={t("case.decide")} lead={t("case.decideLead")}>
        <div className="grid gap-3">
          <CaseActions
            report={report}
            isClaiming={claim.isPending}
            onClaim={() => claim.mutate(undefined, done(t("case.claimed")))}
            onAct={(kind) => ask({ act: kind })}
            onDecide={(outcome) => ask({ decide: outcome })}
          />
          <p role="status" className="text-[14px] text-text-2 empty:hidden">
            {told}
          </p>
          <FormAlert>{claim.error && <CaseError error={claim.error} />}</FormAlert>
        </div>
      </SettingsSection>
      {asked && "act" in asked && (
        <ActDialog
          key={asked.act}
          kind={asked.act}
          name={name}
          rule={report.reason}
          busy={act.isPending}
          error={act.error}
          onClose={close}
          onConfirm={(decided) =>
            act.mutate(
              {
                ...decided,
                kind: asked.act,
                userId,
                reportId: report.id,
                ...(report.messageId && report.conversationId
                  ? { message: { conversationId: report.conversationId, messageId: report.messageId } }
                  : {}),
              },
              done(t("case.acted", { name })),
            )
          }
        />
      )}
      {asked && "decide" in asked && (
        <WordsDialog
          title={t(asked.decide === "acted" ? "case.closeActed" : "case.closeDismissed")}
          body={t("case.closeBody", { name: report.reporter.name })}
          label={t("case.closeNote")}
          action={t("case.close")}
          isNeeded={false}
          busy={decide.isPending}
          error={decide.error}
          onClose={close}
          onConfirm={(note) => decide.mutate({ outcome: asked.decide, ...(note ? { note } : {}) }, done(t("case.closed")))}
        />
      )}
      {asked && "lift" in asked && (
        <WordsDialog
          title={t("case.liftTitle")}
          body={t("case.liftBody", { name })}
          label={t("case.liftReason")}
          action={t("case.lift")}
          isNeeded
          busy={lift.isPending}
          error={lift.error}
          onClose={close}
          onConfirm={(reason) => lift.mutate({ id: asked.lift.id, reason }, done(t("case.lifted")))}
        />
      )}
    </>
  );
};
