"use client";

import { useTranslations } from "use-intl";
import { useFormat } from "#lib/client/use-format.ts";
import { useBlocks } from "#lib/client/use-kept-out.ts";
import type { BlockList } from "#lib/contract/safety.ts";
import { KeptOutList } from "./kept-out-list.tsx";
import { KeptOutRow } from "./kept-out-row.tsx";
import { SettingsSection } from "./settings-section.tsx";

type BlockedProps = { initial: BlockList };

/** Whom one blocks. */
export const BlockedPeople = ({ initial }: BlockedProps) => {
  const t = useTranslations("safety.blocked");
  const format = useFormat();
  const { items, unblock } = useBlocks(initial);
  const names = new Map([...initial.items, ...items].map(({ userId, name }) => [userId, name]));
  const done = unblock.isSuccess ? t("unblocked", { name: names.get(unblock.variables) ?? "" }) : null;
  return (
    <SettingsSection title={t("people")} lead={t("peopleLead")}>
      <KeptOutList empty={t("peopleEmpty")} done={done} failed={unblock.isError ? t("failed") : null}>
        {items.map(({ userId, name, at }) => (
          <KeptOutRow
            key={userId}
            avatarId={userId}
            name={name}
            detail={t("since", { date: format.full(at) })}
            action={t("unblock")}
            actionNamed={t("unblockNamed", { name })}
            busy={unblock.isPending && unblock.variables === userId}
            onPress={() => unblock.mutate(userId)}
          />
        ))}
      </KeptOutList>
    </SettingsSection>
  );
};
