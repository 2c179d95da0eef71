"use client";

import { CalendarClock, Video } from "lucide-react";
import Link from "next/link";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { partyOf } from "#lib/client/group-viewings.ts";
import { usePage, useRealtime } from "#lib/client/realtime-context.ts";
import { useViewing } from "#lib/client/use-viewing.ts";
import type { ViewingAction } from "#lib/client/viewing-requests.ts";
import type { Viewing } from "#lib/contract/viewings.ts";
import { StepProblem } from "./step-problem.tsx";
import { ViewingBody } from "./viewing-body.tsx";
import { ViewingStatus } from "./viewing-status.tsx";

const TimesDialog = lazy(() => import("./times-dialog.tsx").then((module) => ({ default: module.TimesDialog })));
const CancelDialog = lazy(() => import("./cancel-dialog.tsx").then((module) => ({ default: module.CancelDialog })));

const Head = ({ viewing, otherName }: { viewing: Viewing; otherName: string }) => {
  const t = useTranslations("viewings");
  const { kind, listing, room } = viewing;
  const Icon = kind === "video" ? Video : CalendarClock;
  return (
    <div className="flex min-w-0 flex-1 gap-3">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-strong">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <div className="min-w-0">
        <p className="truncate font-semibold">
          <Link href={`/listings/${listing.id}`} className="underline-offset-2 hover:underline">
            {listing.title}
          </Link>
        </p>
        <p className="text-[13px] text-text-2">
          {[room?.name, t(`kind.${kind}`), t("show.with", { name: otherName })].filter(Boolean).join(" · ")}
        </p>
      </div>
    </div>
  );
};

type CardProps = {
  viewing: Viewing;
  /** What stands below it, where it is not in its conversation. */
  children?: ReactNode;
};

/** A viewing as it stands now, with what this person may do about it. */
export const ViewingCard = ({ viewing: given, children }: CardProps) => {
  const t = useTranslations("viewings");
  const { self } = useRealtime();
  const isOffline = usePage(({ connection }) => connection === "offline");
  const { viewing, mutate, variables, isPending, error, reset } = useViewing(given);
  const [open, setOpen] = useState<"times" | "cancel" | null>(null);
  const card = useRef<HTMLElement>(null);
  const party = partyOf(viewing, self.userId);
  const otherName = (party === "student" ? viewing.landlord : viewing.student).name;
  const step = viewing.status === "confirmed" ? "move" : "propose";

  /** What one pressed may be gone after it: the focus stays with the card. */
  const run = (action: ViewingAction) =>
    mutate(action, {
      onSuccess: () => {
        setOpen(null);
        card.current?.focus();
      },
    });
  const show = (what: "times" | "cancel") => {
    reset();
    setOpen(what);
  };
  const dialog = { otherName, busy: isPending, error, onClose: () => setOpen(null) };

  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={t("show.label", { home: viewing.listing.title })}
      data-viewing={viewing.status}
      className="grid w-full max-w-[480px] gap-3 rounded-panel border bg-surface p-4 text-left shadow-1 outline-none"
    >
      <div className="flex items-start gap-2">
        <Head viewing={viewing} otherName={otherName} />
        <ViewingStatus viewing={viewing} party={party} otherName={otherName} />
      </div>
      <ViewingBody
        viewing={viewing}
        party={party}
        otherName={otherName}
        busy={isPending ? variables.step : undefined}
        disabled={isOffline}
        onStep={run}
        onOffer={() => show("times")}
        onCancel={() => show("cancel")}
      />
      {isOffline && viewing.steps[party].length > 0 && <p className="text-[13px] text-text-2">{t("problem.offline")}</p>}
      {open === null && (
        <StepProblem error={error} busy={isPending} onDespite={() => variables && run({ ...variables, despiteOverlap: true })} />
      )}
      {children}
      <Suspense fallback={null}>
        {open === "times" && (
          <TimesDialog
            {...dialog}
            viewing={viewing}
            step={step}
            onOffer={(slots, despiteOverlap) => run({ step, body: { slots }, despiteOverlap })}
          />
        )}
        {open === "cancel" && (
          <CancelDialog {...dialog} party={party} onCancel={(words) => run({ step: "cancel", body: words })} />
        )}
      </Suspense>
    </article>
  );
};
