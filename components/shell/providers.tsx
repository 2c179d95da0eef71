"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";
import { IntlProvider } from "use-intl";
import { createQueryClient } from "#lib/client/query-client.ts";
import type en from "#lib/client/texts/en.ts";
import { locale } from "#lib/client/texts/locale.ts";
import { useOwnTimeZone } from "#lib/client/use-own-time-zone.ts";

type ProvidersProps = {
  /** Of this answer's content security policy. */
  nonce: string | undefined;
  /** What the server took for the reader's zone. */
  timeZone: string;
  /** The catalogue, compiled. */
  texts: typeof en;
  children: ReactNode;
};

/** What every client component of the page may count on: theme, texts, times, the query cache. */
export const Providers = ({ nonce, timeZone, texts, children }: ProvidersProps) => {
  const [queryClient] = useState(createQueryClient);
  const zone = useOwnTimeZone(timeZone);
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce ? { nonce } : {})}
    >
      <CSPProvider nonce={nonce}>
        <IntlProvider locale={locale} messages={texts} timeZone={zone}>
          <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
        </IntlProvider>
      </CSPProvider>
    </ThemeProvider>
  );
};
