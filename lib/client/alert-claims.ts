/** A tab whose timers the browser slows down hears of a message that much later. */
const CLAIM_MS = 60_000;

export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * True for the first tab that claims a message: it holds a lock of the browser until no other could still ask. Where there are
 * no locks, every tab is the first.
 */
export const claim = (messageId: string): Promise<boolean> => {
  if (!("locks" in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`uninest-alert:${messageId}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? wait(CLAIM_MS) : undefined;
    });
  });
};

/** Somebody looks at this conversation, in this tab. */
export const isInView = (conversationId: string): boolean =>
  document.visibilityState === "visible" && document.hasFocus() && window.location.pathname === `/inbox/${conversationId}`;
