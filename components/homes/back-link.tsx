import { ChevronLeft } from "lucide-react";
import Link from "next/link";

/** The way to the page above this one. */
export const BackLink = ({ href, children }: { href: string; children: string }) => (
  <Link
    href={href}
    className="-ml-1 inline-flex min-h-11 items-center gap-1 justify-self-start rounded-card text-[14px] text-text-2 hover:text-text md:min-h-9"
  >
    <ChevronLeft aria-hidden="true" className="size-4" />
    {children}
  </Link>
);
