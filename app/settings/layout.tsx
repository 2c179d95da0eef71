import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SettingsFrame } from "#components/settings/settings-frame.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { member, visit } from "../visitor.ts";

const t = translator("settings");

export const metadata: Metadata = { title: t("title"), robots: { index: false } };

/** The frame of one's own settings, for who is signed in. */
const SettingsLayout = async ({ children }: { children: ReactNode }) => {
  const { role } = await member();
  return (
    <PublicPage {...(await visit())}>
      <SettingsFrame role={role}>{children}</SettingsFrame>
    </PublicPage>
  );
};

export default SettingsLayout;
