"use client";

import type { Drafting } from "#lib/client/page-store.ts";
import { EditComposer } from "./edit-composer.tsx";
import { ReplyBanner } from "./reply-banner.tsx";

/** What stands at the composer while a message is answered, or in its place while one is edited. */
export const Draft = ({ drafting }: { drafting: Drafting }) =>
  drafting.kind === "edit" ? (
    <EditComposer key={drafting.message.messageId} drafting={drafting} />
  ) : (
    <ReplyBanner drafting={drafting} />
  );
