import type { Metadata } from "next";
import { KeptInbox } from "#components/inbox/kept-inbox.tsx";
import { translator } from "#lib/client/texts/translator.ts";

export const metadata: Metadata = { title: { absolute: translator("common")("appName") }, robots: { index: false } };

/**
 * The inbox with nobody in it: every browser keeps this page, and shows it at the inbox's addresses where the server cannot
 * be reached. Whose it is and what is in it comes out of the browser itself.
 */
const InboxShell = () => <KeptInbox />;

export default InboxShell;
