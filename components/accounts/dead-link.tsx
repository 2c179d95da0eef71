"use client";

import { Unlink } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { Outcome } from "./outcome.tsx";

type DeadLinkProps = { title: string; body: string; href: string; action: string };

/** That a mailed link is worth nothing, and where to get another. */
export const DeadLink = ({ title, body, href, action }: DeadLinkProps) => (
  <Outcome icon={<Unlink className="size-6" />} title={title}>
    <p className="text-text-2">{body}</p>
    <Link href={href} className={`${buttonClass({ variant: "secondary" })} justify-self-start`}>
      {action}
    </Link>
  </Outcome>
);
