"use client";

import { ChartLine } from "lucide-react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { DeskHead } from "#components/admin/desk-head.tsx";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import { usePulse } from "#lib/client/use-pulse.ts";
import type { PulseHistory } from "#lib/contract/pulse.ts";
import { ConnectedPeople } from "./connected-people.tsx";
import { ErrorTally } from "./error-tally.tsx";
import { PartStates } from "./part-states.tsx";
import { PulseCharts } from "./pulse-charts.tsx";
import { PulseFigures } from "./pulse-figures.tsx";
import { PulseTable } from "./pulse-table.tsx";

const HOUR_MS = 3_600_000;

const Waiting = () => (
  <div aria-busy="true" className="grid gap-4">
    <span role="status" className="sr-only">
      {useTranslations("overview")("loading")}
    </span>
    <Skeleton className="h-56 rounded-panel" />
    <Skeleton className="h-96 rounded-panel" />
  </div>
);

/** Figures of less than an hour say since when they are kept. */
const Since = ({ held: { since, samples } }: { held: PulseHistory }) => {
  const t = useTranslations("overview");
  const { full } = useFormat();
  const isYoung = Date.parse(samples.at(-1)?.at ?? since) - Date.parse(since) < HOUR_MS;
  if (!isYoung) return null;
  return (
    <p className="text-[13px] text-text-2">
      <LocalTime iso={since} text={t("since", { when: full(since) })} />
    </p>
  );
};

const Shown = ({ held }: { held: PulseHistory }) => {
  const t = useTranslations("overview");
  const last = held.samples.at(-1);
  if (!last) return <EmptyState icon={<ChartLine className="size-7" />} title={t("emptyTitle")} body={t("emptyBody")} />;
  return (
    <>
      <PulseFigures sample={last} />
      <PulseCharts samples={held.samples} />
      <Since held={held} />
      <PulseTable samples={held.samples} />
      <ConnectedPeople />
      <ErrorTally errors={held.errorsByCode} />
    </>
  );
};

/** How the house is now, and was in the last hour. */
export const Overview = () => {
  const t = useTranslations("overview");
  const { held, isLive, hasFailed, tryAgain } = usePulse();
  return (
    <>
      <div>
        <DeskHead title={t("title")} lead={t("lead")}>
          <p role="status" data-live={isLive} className="flex items-center gap-2 text-[13px] text-text-2">
            <span aria-hidden="true" className={`size-2 rounded-full ${isLive ? "bg-state-free" : "bg-line-control"}`} />
            {t(isLive ? "live" : "notLive")}
          </p>
        </DeskHead>
        <FormAlert>
          {hasFailed && (
            <span className="flex flex-wrap items-center justify-between gap-2">
              {t("failed")}
              <Button variant="secondary" size="s" onClick={tryAgain}>
                {t("tryAgain")}
              </Button>
            </span>
          )}
        </FormAlert>
      </div>
      {held && <PartStates />}
      {held ? <Shown held={held} /> : !hasFailed && <Waiting />}
    </>
  );
};
