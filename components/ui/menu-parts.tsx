"use client";

import { Menu as Base } from "@base-ui/react/menu";
import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { MenuChoicesProps, MenuItemProps, MenuLinkProps, MenuProps, MenuSwitchProps } from "./menu.tsx";

const itemClass = clsx(
  "flex min-h-11 w-full cursor-pointer select-none items-center gap-2.5 rounded-md px-2.5 text-left text-[14.5px] outline-none md:min-h-9",
  "data-disabled:cursor-not-allowed data-highlighted:bg-surface-2 data-disabled:text-text-3",
);

export const popupClass = clsx(
  "min-w-52 max-w-[calc(100vw-24px)] rounded-card border border-line bg-surface p-1.5 text-text shadow-2 outline-none",
  "transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
);

/** The menu itself, open from its first moment: it is made when it is asked for. */
export const Root = ({ trigger, side = "bottom", align = "end", children }: Omit<MenuProps, "load">) => (
  <Base.Root defaultOpen>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={12} className="z-50 outline-none">
        <Base.Popup className={popupClass}>{children}</Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);

const Inside = ({ icon, children }: { icon?: ReactNode; children: ReactNode }) => (
  <>
    {icon && (
      <span aria-hidden="true" className="grid size-5 place-items-center">
        {icon}
      </span>
    )}
    <span className="min-w-0 flex-1">{children}</span>
  </>
);

export const Item = ({ icon, danger = false, disabled = false, keepOpen = false, onSelect, children }: MenuItemProps) => (
  <Base.Item disabled={disabled} closeOnClick={!keepOpen} onClick={onSelect} className={clsx(itemClass, danger && "text-danger")}>
    <Inside icon={icon}>{children}</Inside>
  </Base.Item>
);

export const LinkItem = ({ icon, href, children }: MenuLinkProps) => (
  <Base.LinkItem closeOnClick render={<Link href={href} />} className={itemClass}>
    <Inside icon={icon}>{children}</Inside>
  </Base.LinkItem>
);

export const Switch = ({ checked, icon, onChange, children }: MenuSwitchProps) => (
  <Base.CheckboxItem checked={checked} onCheckedChange={onChange} className={itemClass}>
    <Inside icon={icon}>{children}</Inside>
    <Base.CheckboxItemIndicator render={<Check aria-hidden="true" className="size-4 text-accent-strong" />} />
  </Base.CheckboxItem>
);

export const Choices = <Value extends string>({ label, value, choices, onChange }: MenuChoicesProps<Value>) => (
  <Base.RadioGroup value={value} onValueChange={onChange}>
    <Base.GroupLabel className="px-2.5 pt-1.5 pb-1 text-[13px] text-text-2">{label}</Base.GroupLabel>
    {choices.map((choice) => (
      <Base.RadioItem key={choice.value} value={choice.value} className={itemClass}>
        <Inside icon={choice.icon}>{choice.label}</Inside>
        <Base.RadioItemIndicator render={<Check aria-hidden="true" className="size-4 text-accent-strong" />} />
      </Base.RadioItem>
    ))}
  </Base.RadioGroup>
);

export const Separator = () => <Base.Separator className="my-1.5 h-px bg-line" />;
