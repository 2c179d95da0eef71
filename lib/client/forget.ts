import { wipeDrafts } from "./drafts.ts";
import { wipeHistory } from "./history-disk.ts";
import { countKept, wipeOutbox } from "./outbox-disk.ts";
import { tellTabs } from "./outbox-tabs.ts";
import { wipeRecentEmoji } from "./recent-emoji.ts";
import { setSharedComputer } from "./shared-computer.ts";
import { readStored, writeStored } from "./storage.ts";
import { wipeUploads } from "./upload.ts";

type Wipe = (isGoing: (userId: string) => boolean) => Promise<void> | void;

/** Everything that this browser keeps of people beyond the tab. Whoever keeps something more adds how to let go of it. */
const wipes: readonly Wipe[] = [wipeDrafts, wipeOutbox, wipeHistory, wipeUploads, wipeRecentEmoji];

/** Who is leaving: written before they leave, so that a page which closes meanwhile does not leave half of it behind. */
const LEAVING = "uninest:leaving";

const wipe: Wipe = async (isGoing) => {
  // A storage that cannot be opened has kept nothing.
  await Promise.allSettled(wipes.map(async (one) => one(isGoing)));
};

/** How many messages of a person wait in this browser. */
export const countUnsent = (userId: string): Promise<number> => countKept(userId).catch(() => 0);

/** Forgets whoever has signed out here, if a page has not come to do it. */
export const finishForgetting = async (): Promise<void> => {
  const leaving = readStored(LEAVING);
  if (leaving === null) return;
  await wipe((userId) => userId === leaving);
  tellTabs(leaving);
  setSharedComputer(false);
  writeStored(LEAVING, null);
};

/** Says whether this page has begun to go away since it was asked to look out for that. */
const watchUnload = (): (() => boolean) => {
  let isGoing = false;
  const see = (): void => {
    isGoing = true;
  };
  globalThis.window?.addEventListener("beforeunload", see, { once: true });
  return () => isGoing;
};

/** Forgets a person once `leave` has resolved; when it rejects they are still here, and nothing is forgotten. */
export const forgetAfter = async (userId: string, leave: () => Promise<void>): Promise<void> => {
  writeStored(LEAVING, userId);
  const isGoing = watchUnload();
  try {
    await leave();
  } catch (error) {
    // A page that goes away cuts off what it has asked for: the line was told of the end before the request was answered.
    if (!isGoing()) writeStored(LEAVING, null);
    throw error;
  }
  await finishForgetting();
};

/** Forgets everybody but the one who is here now: whoever was here before has left without signing out. */
export const forgetOthers = async (userId: string): Promise<void> => {
  await finishForgetting();
  await wipe((other) => other !== userId);
};
