import "@fontsource-variable/inter";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "#components/shell/providers.tsx";
import { Updates } from "#components/shell/updates.tsx";
import { compiledTexts } from "#lib/client/texts/compiled.ts";
import { translator } from "#lib/client/texts/translator.ts";
import { timeZoneCookie, timeZoneOf } from "#lib/client/time-zone.ts";
import { runtime } from "#lib/server/runtime.ts";
import { ownOrigin } from "./own-origin.ts";

export const generateMetadata = (): Metadata => {
  const t = translator("common");
  return {
    metadataBase: new URL(ownOrigin()),
    applicationName: t("appName"),
    title: { default: t("appName"), template: `%s · ${t("appName")}` },
    description: t("description"),
    icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }], apple: "/icon-180.png" },
    openGraph: { siteName: t("appName"), type: "website", images: ["/icon-512.png"] },
    formatDetection: { telephone: false },
  };
};

export const viewport: Viewport = {
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#141917" },
  ],
};

const SkipLink = () => (
  <a
    href="#content"
    className="sr-only z-50 rounded-card bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
  >
    {translator("common")("skipToContent")}
  </a>
);

/** Every page waits for its request: the nonce of its content security policy is new each time. */
const RootLayout = async ({ children }: { children: ReactNode }) => {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const timeZone = timeZoneOf((await cookies()).get(timeZoneCookie)?.value);
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <Providers nonce={nonce} timeZone={timeZone} texts={compiledTexts}>
          <div className="isolate">
            <SkipLink />
            {children}
            {runtime().isBuilt && <Updates />}
          </div>
        </Providers>
      </body>
    </html>
  );
};

export default RootLayout;
