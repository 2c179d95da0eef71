import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";

type RowProps = {
  avatarId: string;
  name: string;
  detail: ReactNode;
  /** What the button does, and to whom, since several stand below each other. */
  action: string;
  actionNamed: string;
  busy: boolean;
  onPress: () => void;
};

/** Somebody or something that one keeps out, and the way back in. */
export const KeptOutRow = ({ avatarId, name, detail, action, actionNamed, busy, onPress }: RowProps) => (
  <li className="flex items-center gap-3 py-2.5">
    <Avatar userId={avatarId} name={name} size="s" />
    <span className="min-w-0 flex-1">
      <span dir="auto" className="block truncate font-semibold">
        {name}
      </span>
      <span className="block truncate text-[13px] text-text-2">{detail}</span>
    </span>
    <Button variant="secondary" size="s" aria-label={actionNamed} busy={busy} onClick={onPress}>
      {action}
    </Button>
  </li>
);
