"use client";

import { CalendarClock, MessageCircle, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { doubleBookedIds, groupViewings } from "#lib/client/group-viewings.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useViewings } from "#lib/client/use-viewings.ts";
import type { Viewing, ViewingPage } from "#lib/contract/viewings.ts";
import { ViewingCard } from "./viewing-card.tsx";

const Foot = ({ viewing, isClash }: { viewing: Viewing; isClash: boolean }) => {
  const t = useTranslations("viewings.show");
  return (
    <>
      {isClash && (
        <p className="flex items-start gap-1.5 text-[14px] text-warn">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t("clash")}
        </p>
      )}
      <Link
        href={`/inbox/${viewing.conversationId}`}
        className="inline-flex min-h-11 items-center gap-1.5 justify-self-start text-[14px] text-accent-strong underline underline-offset-2 md:min-h-9"
      >
        <MessageCircle aria-hidden="true" className="size-4" />
        {t("openTalk")}
      </Link>
    </>
  );
};

type SectionProps = { title: string; viewings: readonly Viewing[]; clashes?: ReadonlySet<string>; children?: ReactNode };

const Section = ({ title, viewings, clashes, children }: SectionProps) => {
  const id = useId();
  if (viewings.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      <ul className="grid items-start gap-3 lg:grid-cols-2">
        {viewings.map((viewing) => (
          <li key={viewing.id} className="grid">
            <ViewingCard viewing={viewing}>
              <Foot viewing={viewing} isClash={clashes?.has(viewing.id) ?? false} />
            </ViewingCard>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
};

const Nothing = () => {
  const t = useTranslations("viewings.page");
  return (
    <EmptyState
      icon={<CalendarClock className="size-6" />}
      title={t("emptyTitle")}
      body={t("emptyBody")}
      action={
        <Link href="/" className={buttonClass()}>
          {t("emptyAction")}
        </Link>
      }
    />
  );
};

/** All of one's viewings, by whose turn it is. */
export const ViewingsPage = ({ open: firstOpen, past: firstPast }: { open: ViewingPage; past: ViewingPage }) => {
  const t = useTranslations("viewings.page");
  const { self } = useRealtime();
  const open = useViewings("open", firstOpen);
  const past = useViewings("past", firstPast);
  const { forYou, upcoming, forOther } = groupViewings(open.items, self.userId);
  const clashes = doubleBookedIds(open.items);
  const isEmpty = open.items.length === 0 && past.items.length === 0;
  return (
    <div className="grid gap-8">
      <div role="alert" className="empty:hidden">
        {(open.isError || past.isError) && <Notice tone="danger">{t("failed")}</Notice>}
      </div>
      {isEmpty && <Nothing />}
      {!isEmpty && open.items.length === 0 && <p className="text-text-2">{t("nothingOpen")}</p>}
      <Section title={t("forYou")} viewings={forYou} clashes={clashes} />
      <Section title={t("upcoming")} viewings={upcoming} clashes={clashes} />
      <Section title={t("forOther")} viewings={forOther} />
      {open.hasNextPage && (
        <Button variant="secondary" busy={open.isFetchingNextPage} onClick={() => void open.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <Section title={t("past")} viewings={past.items}>
        {past.hasNextPage && (
          <Button
            variant="secondary"
            busy={past.isFetchingNextPage}
            onClick={() => void past.fetchNextPage()}
            className="justify-self-start"
          >
            {t("older")}
          </Button>
        )}
      </Section>
    </div>
  );
};
