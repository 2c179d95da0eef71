"use client";

import {
  type ComponentProps,
  cloneElement,
  createContext,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  use,
  useState,
} from "react";

type Parts = typeof import("./menu-parts.tsx");

export type MenuProps = {
  /** The button that opens it, for example an `<IconButton>`; it is handed what makes it a menu button. */
  trigger: ReactElement<ComponentProps<"button">>;
  side?: "top" | "right" | "bottom" | "left";
  align?: "start" | "center" | "end";
  /** Fetches what the children are made of: resolves before they are first shown. */
  load?: () => Promise<void>;
  children: ReactNode;
};

export type MenuItemProps = {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  /** Leave the menu open after it. */
  keepOpen?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

export type MenuLinkProps = { icon?: ReactNode; href: string; children: ReactNode };
export type MenuSwitchProps = { checked: boolean; icon?: ReactNode; onChange: (checked: boolean) => void; children: ReactNode };

export type MenuChoicesProps<Value extends string> = {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
};

export const PartsContext = createContext<Parts | null>(null);

const loadParts = () => import("./menu-parts.tsx");

/**
 * A menu of actions. What it is made of weighs more than the rest of a page together, so it comes when a pointer or the
 * focus nears the button, and not with the page.
 */
export const Menu = ({ trigger, load, children, ...placement }: MenuProps) => {
  const [parts, setParts] = useState<Parts | null>(null);
  if (parts) {
    return (
      <PartsContext value={parts}>
        <parts.Root {...placement} trigger={trigger}>
          {children}
        </parts.Root>
      </PartsContext>
    );
  }
  const loadAll = async () => {
    const [loaded] = await Promise.all([loadParts(), load?.()]);
    return loaded;
  };
  const open = () => void loadAll().then(setParts, () => undefined);
  // A press will ask again, and say so by doing nothing: offline, an unopened menu has nothing better to show.
  const preload = () => void loadAll().catch(() => undefined);
  return cloneElement(trigger, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onClick: open,
    onKeyDown: (event: KeyboardEvent) => event.key === "ArrowDown" && open(),
    onPointerEnter: preload,
    onFocus: preload,
  });
};

/** One action. */
export const MenuItem = (props: MenuItemProps) => {
  const parts = use(PartsContext);
  return parts && <parts.Item {...props} />;
};

/** One place to go to. */
export const MenuLink = (props: MenuLinkProps) => {
  const parts = use(PartsContext);
  return parts && <parts.LinkItem {...props} />;
};

/** One of several, with a tick at the chosen one. */
export const MenuChoices = <Value extends string>(props: MenuChoicesProps<Value>) => {
  const parts = use(PartsContext);
  return parts && <parts.Choices {...props} />;
};

/** Something that is on or off, with a tick while it is on. */
export const MenuSwitch = (props: MenuSwitchProps) => {
  const parts = use(PartsContext);
  return parts && <parts.Switch {...props} />;
};

export const MenuSeparator = () => {
  const parts = use(PartsContext);
  return parts && <parts.Separator />;
};
