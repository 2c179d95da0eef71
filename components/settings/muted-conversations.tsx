"use client";

import { useTranslations } from "use-intl";
import { useFormat } from "#lib/client/use-format.ts";
import { useMutes } from "#lib/client/use-kept-out.ts";
import type { MuteList } from "#lib/contract/safety.ts";
import { KeptOutList } from "./kept-out-list.tsx";
import { KeptOutRow } from "./kept-out-row.tsx";
import { SettingsSection } from "./settings-section.tsx";

export type MutedName = { conversationId: string; name: string; avatarId: string };

type MutedProps = { initial: MuteList; names: readonly MutedName[] };

/** What one has muted. */
export const MutedConversations = ({ initial, names }: MutedProps) => {
  const t = useTranslations("safety.blocked");
  const format = useFormat();
  const { items, unmute } = useMutes(initial);
  const nameOf = (id: string) => names.find(({ conversationId }) => conversationId === id);
  const done = unmute.isSuccess ? t("unmuted", { name: nameOf(unmute.variables)?.name ?? "" }) : null;
  return (
    <SettingsSection title={t("conversations")} lead={t("conversationsLead")}>
      <KeptOutList empty={t("conversationsEmpty")} done={done} failed={unmute.isError ? t("failed") : null}>
        {items.flatMap(({ conversationId, until }) => {
          // One that was muted elsewhere since comes with its name when the page is opened again.
          const { name, avatarId } = nameOf(conversationId) ?? {};
          if (name === undefined || avatarId === undefined) return [];
          return (
            <KeptOutRow
              key={conversationId}
              avatarId={avatarId}
              name={name}
              detail={until === null ? t("forGood") : t("until", { time: format.full(until) })}
              action={t("unmute")}
              actionNamed={t("unmuteNamed", { name })}
              busy={unmute.isPending && unmute.variables === conversationId}
              onPress={() => unmute.mutate(conversationId)}
            />
          );
        })}
      </KeptOutList>
    </SettingsSection>
  );
};
