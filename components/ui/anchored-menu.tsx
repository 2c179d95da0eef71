"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { PartsContext } from "./menu.tsx";
import * as parts from "./menu-parts.tsx";

type AnchoredMenuProps = {
  anchor: HTMLElement;
  label: string;
  /** Asked when it closes: what was chosen takes the focus elsewhere. */
  isFocusTaken: () => boolean;
  onClose: () => void;
  children: ReactNode;
};

/** A menu that opens at something which is already on the page; the focus goes back there. */
export const AnchoredMenu = ({ anchor, label, isFocusTaken, onClose, children }: AnchoredMenuProps) => (
  <PartsContext value={parts}>
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side="bottom"
          align="end"
          sideOffset={4}
          collisionPadding={12}
          className="z-50 outline-none"
        >
          <Base.Popup aria-label={label} finalFocus={() => (isFocusTaken() ? false : anchor)} className={parts.popupClass}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  </PartsContext>
);
