"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { formatAgo } from "#lib/client/format.ts";
import { useNow } from "#lib/client/use-now.ts";
import { usePush } from "#lib/client/use-push.ts";
import type { PushSubscription } from "#lib/contract/push.ts";
import { SettingsSection } from "./settings-section.tsx";

const MINUTE_MS = 60_000;

type TestProps = { subscription: PushSubscription; test: ReturnType<typeof usePush>["test"] };

const Test = ({ subscription: { endpoint, lastSuccessAt }, test }: TestProps) => {
  const t = useTranslations("notifications.push");
  const now = useNow(MINUTE_MS);
  return (
    <div className="grid justify-items-start gap-2">
      <Button variant="secondary" size="s" busy={test.isPending} onClick={() => test.mutate(endpoint)}>
        {t("test")}
      </Button>
      <p className="text-[14px] text-text-2">
        {lastSuccessAt ? t("lastSuccess", { ago: formatAgo(lastSuccessAt, now) }) : t("neverYet")}
      </p>
      <div role="status" className="text-[14px] empty:hidden">
        {test.isSuccess && t("testTaken")}
      </div>
      <div role="alert" className="empty:hidden">
        {test.isError && <Notice tone="danger">{t("testFailed")}</Notice>}
      </div>
    </div>
  );
};

/** Whether this browser shows what happens while no page is open. */
export const PushSection = () => {
  const t = useTranslations("notifications.push");
  const { state, subscription, isUnknown, turn, test } = usePush();
  const isChangeable = state === "on" || state === "off";
  return (
    <SettingsSection title={t("title")} lead={t("lead")}>
      <div className="grid gap-4">
        {isChangeable && (
          <Switch
            label={t("switch")}
            hint={t("hint")}
            checked={turn.isPending ? turn.variables : state === "on"}
            onChange={(on) => turn.mutate(on)}
          />
        )}
        <div role="status" className="text-[14.5px] text-text-2 empty:hidden">
          {!state && !isUnknown && t("loading")}
          {state === "unsupported" && t("unsupported")}
          {state === "denied" && t("denied")}
        </div>
        {state === "on" && subscription && <Test subscription={subscription} test={test} />}
        <div role="alert" className="empty:hidden">
          {isUnknown && <Notice tone="warn">{t("unknown")}</Notice>}
          {turn.isError && <Notice tone="danger">{t("failed")}</Notice>}
        </div>
      </div>
    </SettingsSection>
  );
};
