"use client";

import { CalendarPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { useHydrated } from "#lib/client/use-hydrated.ts";
import { useReturn } from "#lib/client/use-return.ts";

const AskDialog = lazy(() => import("./ask-dialog.tsx").then((module) => ({ default: module.AskDialog })));

type AskViewingProps = { listingId: string; landlordName: string; home: { city: string; timeZone: string } };

/** On the page of a home: asks its landlord for a viewing, and goes to the conversation that it stands in. */
export const AskViewing = ({ listingId, landlordName, home }: AskViewingProps) => {
  const t = useTranslations("viewings.ask");
  const router = useRouter();
  const isAlive = useHydrated();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  useReturn(close);
  return (
    <>
      <Button variant="secondary" disabled={!isAlive} onClick={() => setOpen(true)}>
        <CalendarPlus aria-hidden="true" className="size-4" />
        {t("listing")}
      </Button>
      <Suspense fallback={null}>
        {isOpen && (
          <AskDialog
            title={t("listing")}
            target={{ listingId }}
            home={home}
            otherName={landlordName}
            onAsked={({ conversationId }) => router.push(`/inbox/${conversationId}`)}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
};
