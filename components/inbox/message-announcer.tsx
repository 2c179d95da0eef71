"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { MessageRow } from "#lib/client/message-rows.ts";
import { useFileWords } from "#lib/client/use-file-words.ts";
import { useSystemWords } from "#lib/client/use-system-words.ts";

/** What is added is read out; what was read out goes when nobody needs it any more. */
const KEPT = 5;

/** Reads new messages of others out, politely: only those that come while one is here, not what scrolling brings. */
export const MessageAnnouncer = ({ rows, lastSeq }: { rows: readonly MessageRow[]; lastSeq: number }) => {
  const t = useTranslations("inbox.messages");
  const words = useSystemWords();
  const fileWords = useFileWords();
  const said = useRef(lastSeq);
  const [spoken, setSpoken] = useState<readonly MessageRow[]>([]);
  useEffect(() => {
    const fresh = rows.filter(({ seq, isOwn }) => seq !== null && seq > said.current && !isOwn);
    if (fresh.length > 0) setSpoken((before) => [...before, ...fresh].slice(-KEPT));
    said.current = Math.max(said.current, rows.findLast(({ seq }) => seq !== null)?.seq ?? 0);
  }, [rows]);
  return (
    <div aria-live="polite" className="sr-only">
      {spoken.map(({ key, senderName, text, attachments, system }) => (
        <p key={key}>
          {system ? words(system, senderName) : t("said", { name: senderName, text: text || fileWords(attachments) })}
        </p>
      ))}
    </div>
  );
};
