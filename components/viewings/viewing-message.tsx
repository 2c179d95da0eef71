"use client";

import type { SystemPart } from "#lib/contract/system-parts.ts";
import { ViewingCard } from "./viewing-card.tsx";

/** The message of a conversation that is a viewing. */
export const ViewingMessage = ({ system }: { system: SystemPart }) =>
  system.type === "viewing" && <ViewingCard viewing={system.viewing} />;
