import type { PresenceChoice } from "#lib/contract/presence.ts";

type Deps = { tell: (status: PresenceChoice) => void };

/** A glance at another tab is no absence. */
const AWAY_AFTER_MS = 20_000;
const BACK_AFTER_MS = 500;

/** Tells whether its person looks at this tab: away when it is hidden for a while, online when it is shown again. */
export const createOwnPresence = ({ tell }: Deps) => {
  /** A new connection is online by itself. */
  let told: PresenceChoice = "online";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const current = (): PresenceChoice => (document.visibilityState === "visible" ? "online" : "away");
  const update = (): void => {
    const status = current();
    if (status === told) return;
    told = status;
    tell(status);
  };
  const onChange = (): void => {
    clearTimeout(timer);
    timer = setTimeout(update, current() === "online" ? BACK_AFTER_MS : AWAY_AFTER_MS);
  };

  return {
    start: (): void => document.addEventListener("visibilitychange", onChange),
    /** A new connection: what the server knows of this device begins anew. */
    connected: (): void => {
      told = "online";
      onChange();
    },
    stop: (): void => {
      document.removeEventListener("visibilitychange", onChange);
      clearTimeout(timer);
    },
  };
};
