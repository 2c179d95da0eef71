"use client";

import { useTranslations } from "use-intl";
import { Notice } from "#components/ui/notice.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { usePreferences } from "#lib/client/use-preferences.ts";
import type { Preferences } from "#lib/contract/safety.ts";
import { SettingsSection } from "./settings-section.tsx";

/** What one shares with others, each thing with a switch that takes hold at once. */
export const PrivacySwitches = ({ initial }: { initial: Preferences }) => {
  const t = useTranslations("safety.privacy");
  const { shown, change, isSaved, isFailed } = usePreferences(initial);
  return (
    <>
      <SettingsSection title={t("messages")}>
        <Switch
          label={t("readReceipts")}
          hint={t("readReceiptsHint")}
          checked={shown.readReceipts}
          onChange={(readReceipts) => change({ readReceipts })}
        />
      </SettingsSection>
      <SettingsSection title={t("people")}>
        <Switch
          label={t("presence")}
          hint={t("presenceHint")}
          checked={shown.presence}
          onChange={(presence) => change({ presence })}
        />
      </SettingsSection>
      <SettingsSection title={t("links")}>
        <Switch
          label={t("linkPreviews")}
          hint={t("linkPreviewsHint")}
          checked={shown.linkPreviews}
          onChange={(linkPreviews) => change({ linkPreviews })}
        />
      </SettingsSection>
      <div role="status" className="text-[14px] text-text-2">
        {isSaved && t("saved")}
      </div>
      <div role="alert">{isFailed && <Notice tone="danger">{t("failed")}</Notice>}</div>
    </>
  );
};
