"use client";

import { CircleCheck } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { DeskList } from "#components/admin/desk-list.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { asApiError } from "#lib/client/api.ts";
import { useDeadJobs } from "#lib/client/use-dead-jobs.ts";
import type { DeadJob } from "#lib/contract/jobs.ts";
import type { JobPage } from "#lib/contract/routes/operations.ts";
import { DeadJobRow } from "./dead-job-row.tsx";
import { DropJobDialog } from "./drop-job-dialog.tsx";

const StepError = ({ error }: { error: Error }) => {
  const t = useTranslations("jobs");
  return asApiError(error).code === "not_found" ? t("gone") : <FormErrorText key={error.message} error={error} />;
};

const NothingFailed = () => {
  const t = useTranslations("jobs");
  const icon = <CircleCheck className="size-7" />;
  return <EmptyState icon={icon} heading="h3" title={t("emptyTitle")} body={t("emptyBody")} className="py-4" />;
};

/** Where admins see which jobs failed for the last time, and have them tried again or dropped. */
export const JobDesk = ({ initial }: { initial: JobPage }) => {
  const t = useTranslations("jobs");
  const { items, retry, drop, isStale, more } = useDeadJobs(initial);
  const [asked, setAsked] = useState<DeadJob>();
  const [told, setTold] = useState("");
  const list = useRef<HTMLDivElement>(null);

  const act = (step: typeof retry | typeof drop, { id, name }: DeadJob, say: "retried" | "dropped"): void => {
    setAsked(undefined);
    setTold("");
    retry.reset();
    drop.reset();
    // Its buttons go away with it: the focus stays near.
    step.mutate(id, {
      onSuccess: () => {
        setTold(t(say, { name }));
        list.current?.focus();
      },
    });
  };
  const isBusy = ({ id }: DeadJob): boolean => [retry, drop].some((step) => step.isPending && step.variables === id);
  const error = retry.error ?? drop.error;

  return (
    <>
      <SettingsSection title={t("listTitle")}>
        <div ref={list} tabIndex={-1} className="grid grid-cols-[minmax(0,1fr)] gap-3 outline-none">
          <p role="status" className="text-[14px] text-text-2 empty:hidden">
            {told}
          </p>
          <DeskList
            label={t("list")}
            isEmpty={items.length === 0}
            empty={<NothingFailed />}
            problem={error ? <StepError error={error} /> : isStale && t("stale")}
            more={more}
            moreLabel={t("older")}
            moreFailed={t("olderFailed")}
          >
            {items.map((job) => (
              <DeadJobRow
                key={job.id}
                job={job}
                busy={isBusy(job)}
                onRetry={() => act(retry, job, "retried")}
                onDrop={() => setAsked(job)}
              />
            ))}
          </DeskList>
        </div>
      </SettingsSection>
      <DropJobDialog job={asked} onClose={() => setAsked(undefined)} onConfirm={(job) => act(drop, job, "dropped")} />
    </>
  );
};
