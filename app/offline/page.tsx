import type { Metadata } from "next";
import { OfflinePage } from "#components/shell/offline-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";

export const metadata: Metadata = { title: translator("shell")("offline.title"), robots: { index: false } };

/** Kept by every browser that was here, and shown by it where a page needs a network that is not there. */
const Offline = () => <OfflinePage toInbox />;

export default Offline;
