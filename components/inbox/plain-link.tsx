"use client";

import { Popover } from "@base-ui/react/popover";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";

/** An address that leads nowhere yet, and says why to who points at it, comes to it by the keyboard, or taps it. */
export const PlainLink = ({ text }: { text: string }) => {
  const t = useTranslations("inbox.messages");
  const whyId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        openOnHover
        delay={200}
        aria-describedby={whyId}
        onFocus={({ target }) => {
          if (target.matches(":focus-visible")) setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        className="inline cursor-help text-start underline decoration-dotted underline-offset-2 [overflow-wrap:anywhere]"
      >
        {text}
      </Popover.Trigger>
      <span id={whyId} hidden>
        {t("plainLink")}
      </span>
      <Popover.Portal>
        <Popover.Positioner side="bottom" sideOffset={6} collisionPadding={12} className="z-50">
          <Popover.Popup
            initialFocus={false}
            finalFocus={false}
            className="max-w-[280px] rounded-card bg-text px-3 py-2 text-[13.5px] text-bg shadow-2"
          >
            <Popover.Title render={<p />}>{t("plainLink")}</Popover.Title>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
