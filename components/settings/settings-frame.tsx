import type { ReactNode } from "react";
import { translator } from "#lib/client/texts/translator.ts";
import type { Role } from "#lib/contract/accounts.ts";
import { SettingsNav } from "./settings-nav.tsx";

/** What stands around every page of the settings. Each page brings its own `h1`. */
export const SettingsFrame = ({ role, children }: { role: Role; children: ReactNode }) => (
  <div className="mx-auto grid max-w-[980px] gap-4 px-4 py-4 md:grid-cols-[220px_minmax(0,1fr)] md:gap-8 md:px-7 md:py-8">
    <div className="grid min-w-0 content-start gap-2">
      <p className="px-3 font-semibold text-[13px] text-text-2 max-md:hidden">{translator("settings")("title")}</p>
      <SettingsNav role={role} />
    </div>
    <div className="grid min-w-0 content-start gap-5">{children}</div>
  </div>
);
