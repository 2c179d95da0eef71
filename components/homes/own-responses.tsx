import { type ReactNode, useId } from "react";
import { spanOf } from "#lib/client/response-words.ts";
import { translator } from "#lib/client/texts/translator.ts";
import type { ResponseFigures } from "#lib/contract/responses.ts";

const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid gap-0.5">
    <dt className="text-[13px] text-text-2">{name}</dt>
    <dd className="tabular font-semibold text-lg">{children}</dd>
  </div>
);

const Median = ({ minutes }: { minutes: number | null }) => {
  const t = translator("homes");
  if (minutes === null) return t("responses.noAnswer");
  const { unit, count } = spanOf(minutes);
  return t(`responses.${unit}`, { count });
};

/** How the landlord answers: what students are told of it, in figures. */
export const OwnResponses = ({ figures }: { figures: ResponseFigures }) => {
  const t = translator("homes");
  const id = useId();
  const { threads, medianMinutes, answeredPercent } = figures;
  return (
    <section aria-labelledby={id} className="grid gap-3 rounded-panel border bg-surface p-4 shadow-1">
      <div>
        <h2 id={id} className="font-semibold text-base">
          {t("responses.title")}
        </h2>
        <p className="text-[13.5px] text-text-2">{t("responses.lead")}</p>
      </div>
      {answeredPercent === null ? (
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[14px]">
          <span className="rounded-full bg-accent-soft px-2 py-0.5 font-semibold text-accent-strong text-xs">
            {t("responses.isNew")}
          </span>
          {t("responses.newHint", { count: threads })}
        </p>
      ) : (
        <dl className="flex flex-wrap gap-x-8 gap-y-3">
          <Figure name={t("responses.median")}>
            <Median minutes={medianMinutes} />
          </Figure>
          <Figure name={t("responses.rate")}>{t("responses.percent", { percent: String(answeredPercent) })}</Figure>
          <Figure name={t("responses.threads")}>{threads}</Figure>
        </dl>
      )}
    </section>
  );
};
