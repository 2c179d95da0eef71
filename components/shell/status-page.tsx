import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LogoMark } from "./logo-mark.tsx";

type StatusPageProps = { icon: ReactNode; title: string; body: ReactNode; action: ReactNode; homeLabel: string };

/**
 * A whole page that says what is missing and where to go instead. Needs nothing that may be what failed, and no `Link`:
 * the scripts of these pages come with every page.
 */
export const StatusPage = ({ homeLabel, ...state }: StatusPageProps) => (
  <div className="flex min-h-dvh flex-col">
    <header className="px-4 py-3.5 md:px-7">
      <a href="/" aria-label={homeLabel} className="inline-block rounded-xl">
        <LogoMark className="size-9" />
      </a>
    </header>
    <main id="content" tabIndex={-1} className="grid flex-1 place-content-center pb-24 outline-none">
      <EmptyState heading="h1" {...state} />
    </main>
  </div>
);
