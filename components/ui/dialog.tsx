"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "./icon-button.tsx";

const backdropClass =
  "fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** A sheet at the bottom of a phone, a centred panel elsewhere. */
const popupClass = clsx(
  "fixed inset-x-0 bottom-0 z-50 flex max-h-[85dvh] flex-col overflow-hidden rounded-t-panel bg-surface text-text shadow-2 outline-none",
  "md:inset-auto md:top-1/2 md:left-1/2 md:w-[min(480px,calc(100vw-48px))] md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-panel",
  "transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0",
  // What one of them asks stands alone, and not half over it.
  "data-nested-dialog-open:pointer-events-none data-nested-dialog-open:opacity-0",
);

/** The buttons stay in view while what is above them scrolls, and fades where it goes below them. */
const footerClass = clsx(
  "relative flex shrink-0 flex-wrap justify-end gap-2 px-5 pt-2 pb-8 md:pb-5",
  "before:pointer-events-none before:absolute before:inset-x-0 before:-top-3 before:h-3 before:bg-linear-to-t before:from-surface",
);

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** The row of buttons at the end. */
  actions?: ReactNode;
  /** Where the focus goes afterwards, when that is not whence it came. */
  returnTo?: RefObject<HTMLElement | null>;
};

/** A modal panel. Focus goes in, stays in, and comes back; Escape and the cross close it. */
export const Dialog = ({ open, onOpenChange, title, description, children, actions, returnTo }: DialogProps) => {
  const t = useTranslations("common");
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup {...(returnTo ? { finalFocus: returnTo } : {})} className={popupClass}>
          <div className={clsx("grid min-h-0 gap-3 overflow-y-auto px-5 pt-5", actions ? "pb-3" : "pb-8 md:pb-5")}>
            <div className="flex items-start gap-3">
              <Base.Title className="flex-1 pt-1.5 font-semibold text-lg">{title}</Base.Title>
              <Base.Close
                render={
                  <IconButton label={t("close")} icon={<X aria-hidden="true" className="size-5" />} className="-mt-1 -mr-2" />
                }
              />
            </div>
            {description && <Base.Description className="text-text-2">{description}</Base.Description>}
            {children}
          </div>
          {actions && <div className={footerClass}>{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
};
