import type { Metadata } from "next";
import type { ReactNode } from "react";
import { BookingsFrame } from "#components/bookings/bookings-frame.tsx";
import { InboxRoot } from "#components/inbox/inbox-root.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { member, visit } from "../visitor.ts";

export const metadata: Metadata = { title: translator("bookings")("page.title"), robots: { index: false } };

/** The frame of one's own bookings, for who is signed in. */
const BookingsLayout = async ({ children }: { children: ReactNode }) => {
  const { userId, name, role } = await member();
  return (
    <InboxRoot key={userId} self={{ userId, name, role }}>
      <PublicPage current="bookings" {...(await visit())}>
        <BookingsFrame>{children}</BookingsFrame>
      </PublicPage>
    </InboxRoot>
  );
};

export default BookingsLayout;
