import type { Metadata } from "next";
import type { ReactNode } from "react";
import { translator } from "#lib/client/texts/translator.ts";
import { LiveLayout } from "../live-layout.tsx";

export const metadata: Metadata = { title: translator("bookings")("page.title"), robots: { index: false } };

const BookingsLayout = ({ children }: { children: ReactNode }) => (
  <LiveLayout current="bookings" className="max-w-[760px]">
    {children}
  </LiveLayout>
);

export default BookingsLayout;
