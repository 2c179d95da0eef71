"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { call } from "#lib/client/api.ts";
import { useFormat } from "#lib/client/use-format.ts";
import type { Message, MessageReceipts } from "#lib/contract/messages.ts";
import { LocalTime } from "./local-time.tsx";

const Time = ({ label, iso }: { label: string; iso: string | null }) => {
  const t = useTranslations("inbox.info");
  const { full } = useFormat();
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-text-2">{label}</dt>
      <dd className="tabular">{iso ? <LocalTime iso={iso} text={full(iso)} /> : t("notYet")}</dd>
    </div>
  );
};

const Receipt = ({ receipt }: { receipt: MessageReceipts["receipts"][number] }) => {
  const t = useTranslations("inbox.info");
  return (
    <li className="grid gap-1 border-line border-t pt-3">
      <p dir="auto" className="font-semibold">
        {receipt.name}
      </p>
      <dl className="grid gap-1 text-[14px]">
        <Time label={t("delivered")} iso={receipt.deliveredAt} />
        <Time label={t("read")} iso={receipt.readAt} />
      </dl>
    </li>
  );
};

const useKnown = (message: Message) => {
  const params = { id: message.conversationId, messageId: message.messageId };
  const key = [message.messageId, message.rev] as const;
  const receipts = useQuery({
    queryKey: ["receipts", ...key],
    queryFn: () => call("GET /api/conversations/{id}/messages/{messageId}/receipts", { params }),
    staleTime: 0,
  });
  const versions = useQuery({
    queryKey: ["versions", ...key],
    queryFn: () => call("GET /api/conversations/{id}/messages/{messageId}/versions", { params }),
    enabled: message.editedAt !== null,
  });
  return { receipts, versions: versions.data?.versions ?? [] };
};

/** Who got a message and who read it, when, and what it said before. */
export const MessageInfo = ({ message, anchor, onClose }: { message: Message; anchor: HTMLElement; onClose: () => void }) => {
  const t = useTranslations("inbox.info");
  const { full } = useFormat();
  const { receipts, versions } = useKnown(message);
  return (
    <Dialog open onOpenChange={onClose} title={t("title")} returnTo={{ current: anchor }}>
      <dl className="grid gap-1 text-[14px]">
        <Time label={t("sent")} iso={message.createdAt} />
        {message.editedAt && <Time label={t("edited")} iso={message.editedAt} />}
      </dl>
      {receipts.isPending && <Skeleton className="h-20" />}
      {receipts.isError && (
        <p role="alert" className="text-danger">
          {t("failed")}
        </p>
      )}
      {receipts.data && receipts.data.receipts.length > 1 && (
        <p className="font-semibold">
          {t("readBy", {
            count: receipts.data.receipts.filter(({ readAt }) => readAt !== null).length,
            total: receipts.data.receipts.length,
          })}
        </p>
      )}
      {receipts.data && (
        <ul aria-label={t("people")} className="grid gap-3">
          {receipts.data.receipts.map((receipt) => (
            <Receipt key={receipt.userId} receipt={receipt} />
          ))}
        </ul>
      )}
      {versions.length > 0 && (
        <section className="grid gap-2 border-line border-t pt-3">
          <h3 className="font-semibold">{t("versions")}</h3>
          <ol className="grid gap-2">
            {versions.map(({ content, at }) => (
              <li key={at} className="rounded-card bg-surface-2 px-3 py-2 text-[14px]">
                <LocalTime iso={at} text={full(at)} className="text-[13px] text-text-2" />
                <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                  {content}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Dialog>
  );
};
