import clsx from "clsx";
import { avatarColor, initials } from "./avatar-look.ts";
import { PresenceDot, type PresenceLook } from "./presence-dot.tsx";

const sizes = { xs: "size-5 text-[9px]", s: "size-8 text-xs", m: "size-[46px] text-[15px]", l: "size-14 text-lg" };

type AvatarProps = {
  userId: string;
  name: string;
  size?: keyof typeof sizes;
  /** Says by a dot, and to a screen reader in words, whether they are there. */
  presence?: PresenceLook | undefined;
  className?: string;
};

/** A person's initials on their colour. Decoration: the name stands beside it. */
export const Avatar = ({ userId, name, size = "m", presence, className }: AvatarProps) => (
  <span className={clsx("relative inline-block shrink-0", className)}>
    <span
      aria-hidden="true"
      style={{ backgroundColor: avatarColor(userId) }}
      className={clsx("grid select-none place-items-center rounded-full font-semibold text-white", sizes[size])}
    >
      {initials(name)}
    </span>
    {presence && <PresenceDot presence={presence} />}
  </span>
);
