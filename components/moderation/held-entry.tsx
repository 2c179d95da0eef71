"use client";

import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import type { HeldEntry as Entry } from "#lib/contract/held.ts";
import { EvidenceFiles } from "./evidence-files.tsx";

type HeldEntryProps = { entry: Entry; busy: boolean; onRelease: () => void; onRefuse: () => void };

/** One message that waits: to whom, what it says, what was found in it, and from where it came. */
export const HeldEntry = ({ entry, busy, onRelease, onRefuse }: HeldEntryProps) => {
  const t = useTranslations("moderation.held");
  const { full } = useFormat();
  const { recipients, content, rules, score, heldAt, session } = entry;
  const names = recipients.map(({ name }) => name).join(", ");
  return (
    <li className="grid gap-2 rounded-card border p-3.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span dir="auto" className="font-semibold [overflow-wrap:anywhere]">
          {names ? t("to", { names }) : t("toNobody")}
        </span>
        <LocalTime iso={heldAt} text={t("at", { when: full(heldAt) })} className="text-[13px] text-text-2" />
      </p>
      <blockquote dir="auto" className="whitespace-pre-line border-l-2 pl-3 [overflow-wrap:anywhere]">
        {content}
      </blockquote>
      <EvidenceFiles files={entry.attachments} />
      <div className="grid gap-0.5 text-[13px] text-text-2">
        <p className="font-medium text-warn">
          {t("found")} · {t("score", { score: String(score) })}
        </p>
        <ul className="grid list-disc gap-0.5 pl-5">
          {rules.map(({ rule, text }) => (
            <li key={rule}>{text}</li>
          ))}
        </ul>
        {session && (
          <LocalTime
            iso={session.createdAt}
            text={t("session", { when: full(session.createdAt), device: session.deviceName ?? "none" })}
          />
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="s" busy={busy} onClick={onRelease}>
          {t("release")}
        </Button>
        <Button variant="secondary" size="s" onClick={onRefuse}>
          {t("refuse")}
        </Button>
      </div>
    </li>
  );
};
