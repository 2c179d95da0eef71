import clsx from "clsx";
import type { ComponentProps } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import type { Visitor } from "./types.ts";

type AvatarButtonProps = ComponentProps<"button"> & { user: Visitor; label: string };

/** One's own picture as the button of the account menu. */
export const AvatarButton = ({ user, label, className, ...rest }: AvatarButtonProps) => (
  <button
    type="button"
    {...rest}
    aria-label={label}
    className={clsx("grid size-11 shrink-0 place-items-center rounded-full hover:brightness-105", className)}
  >
    <Avatar userId={user.userId} name={user.name} size="s" />
  </button>
);
