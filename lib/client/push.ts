import { call } from "./api.ts";

/** `unsupported`: this browser cannot, or not here (a private window; on an iPhone before it is on the home screen). */
export type PushState = "unsupported" | "denied" | "off" | "on";

/** The page's worker, if it has one by now: it is what shows notifications. */
const registration = async (): Promise<ServiceWorkerRegistration | undefined> => {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return undefined;
  return navigator.serviceWorker.getRegistration();
};

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
};

/** The address of this browser's subscription, if it has one. */
export const ownEndpoint = async (): Promise<string | undefined> =>
  (await (await registration())?.pushManager.getSubscription())?.endpoint;

/** How it stands in this browser; `told` are the addresses that the server tells. */
export const pushState = async (told: readonly string[]): Promise<PushState> => {
  if (!(await registration())) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  const endpoint = await ownEndpoint();
  return endpoint !== undefined && told.includes(endpoint) ? "on" : "off";
};

/** Asks the person, then the browser's push service, then the server. Resolves to nothing when the person says no. */
export const turnPushOn = async (): Promise<void> => {
  const worker = await registration();
  if (!worker || (await Notification.requestPermission()) !== "granted") return;
  const { publicKey } = await call("GET /api/push/key", {});
  const subscribe = () => worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) });
  // A subscription with a key that the server has no longer is worth nothing, and stands in the way of a new one.
  const subscription = await subscribe().catch(async () => {
    await (await worker.pushManager.getSubscription())?.unsubscribe();
    return subscribe();
  });
  const { endpoint, keys } = subscription.toJSON();
  await call("POST /api/push/subscriptions", {
    body: { endpoint: endpoint ?? "", keys: { p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" } },
  });
};

export const turnPushOff = async (): Promise<void> => {
  const subscription = await (await registration())?.pushManager.getSubscription();
  if (!subscription) return;
  await call("DELETE /api/push/subscriptions", { body: { endpoint: subscription.endpoint } });
  await subscription.unsubscribe();
};
