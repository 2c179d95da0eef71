"use client";

import { BottomBar } from "#components/shell/bottom-bar.tsx";
import { NothingChosen } from "./nothing-chosen.tsx";

/** What every visit to the list needs while no conversation is open, and none to a conversation, in one file. */
export const unopenedParts = { BottomBar, NothingChosen };
