import { canNotify, hasSound } from "./alert-settings.ts";
import { call } from "./api.ts";
import { ownEndpoint } from "./push.ts";

/** What could not be played at once is no news any more. */
const STALE_MS = 1_000;

let audio: AudioContext | undefined;

/** Two soft notes. */
const play = (audio: AudioContext): void => {
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

/** A browser plays nothing before its page was touched; what it would play then is no news any more. */
const ring = async (): Promise<void> => {
  if (!hasSound()) return;
  audio ??= new AudioContext();
  const asked = performance.now();
  await audio.resume();
  if (performance.now() - asked < STALE_MS) play(audio);
};

const open = (conversationId: string): void => {
  const path = `/inbox/${conversationId}`;
  window.focus();
  if (window.location.pathname !== path) window.history.pushState({}, "", path);
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

/** Whether the worker of this browser is told of messages too: what it shows is there once, and stays when the page goes. */
const isPushed = async (): Promise<boolean> => {
  const endpoint = await ownEndpoint();
  if (endpoint === undefined) return false;
  const { items } = await call("GET /api/push/subscriptions", {});
  return items.some((one) => one.endpoint === endpoint);
};

/** Tells of a message by a sound and, where that is allowed and nothing else does, by a notification of the system. */
export const tellOf = async (message: Words): Promise<void> => {
  await Promise.all([
    ring(),
    isPushed().then(
      (is) => is || notify(message),
      () => notify(message),
    ),
  ]);
};

/** Takes back what this device shows of a conversation: it has been read, here or elsewhere. */
export const withdraw = async (conversationId: string): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const shown of (await registration?.getNotifications({ tag: `messages-${conversationId}` })) ?? []) shown.close();
};
