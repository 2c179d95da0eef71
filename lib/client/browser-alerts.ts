import { canNotify, hasSound } from "./alert-settings.ts";
import { createAlerts } from "./alerts.ts";

/** A tab whose timers the browser slows down hears of a message that much later. */
const CLAIM_MS = 60_000;

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** A lock of the browser, held until no tab could still ask. Where there are none, every tab tells. */
const claim = (messageId: string): Promise<boolean> => {
  if (!("locks" in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`uninest-alert:${messageId}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? wait(CLAIM_MS) : undefined;
    });
  });
};

const pathOf = (conversationId: string): string => `/inbox/${conversationId}`;

const isInView = (conversationId: string): boolean =>
  document.visibilityState === "visible" && document.hasFocus() && window.location.pathname === pathOf(conversationId);

let audio: AudioContext | undefined;

/** Two soft notes. A browser that has not been touched yet plays nothing. */
const ring = (): void => {
  if (!hasSound()) return;
  audio ??= new AudioContext();
  const gain = audio.createGain();
  gain.connect(audio.destination);
  const start = audio.currentTime;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.08, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.45);
  for (const [index, frequency] of [659.25, 880].entries()) {
    const note = audio.createOscillator();
    note.frequency.value = frequency;
    note.connect(gain);
    note.start(start + index * 0.12);
    note.stop(start + 0.45);
  }
};

const open = (conversationId: string): void => {
  window.focus();
  if (window.location.pathname !== pathOf(conversationId)) window.history.pushState({}, "", pathOf(conversationId));
};

type Words = { conversationId: string; messageId: string; senderName: string; content: string };

const notify = ({ conversationId, messageId, senderName, content }: Words): void => {
  if (!canNotify()) return;
  try {
    const shown = new Notification(senderName, { body: content, tag: messageId, icon: "/icon-192.png", silent: true });
    shown.onclick = () => {
      open(conversationId);
      shown.close();
    };
  } catch {
    // On a phone only a service worker may show one; the sound and the count have to do.
  }
};

/** Tells of a message by a sound and, where that is allowed, by a notification of the system. */
export const alertOf = createAlerts({ claim, isInView, ring, notify, wait });
