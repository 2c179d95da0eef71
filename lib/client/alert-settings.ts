import { readStored, writeStored } from "./storage.ts";

const SOUND = "uninest:sound";

/** Whether new messages make a sound in this browser: they do until somebody says otherwise. */
export const hasSound = (): boolean => readStored(SOUND) !== "off";
export const setSound = (isOn: boolean): void => writeStored(SOUND, isOn ? null : "off");

const permission = (): NotificationPermission => ("Notification" in globalThis ? Notification.permission : "denied");

export const canNotify = (): boolean => permission() === "granted";
/** The browser has not been told yet whether it may. */
export const canAskToNotify = (): boolean => permission() === "default";
export const askToNotify = (): void => void Notification.requestPermission();
