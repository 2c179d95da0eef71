import type { Presence } from "#lib/contract/presence.ts";
import type { DeviceState } from "../ports.ts";

export type Visible = Pick<Presence, "status" | "activity">;

/** What a person means for all devices (`invisible`, `busy`) wins over what one device notices (`online`, `away`). */
const ORDER = ["invisible", "busy", "online", "away"] as const;

/** What others see of somebody with these devices: any active device makes them online, and `invisible` looks like nobody there. */
export const visiblePresence = (devices: DeviceState[]): Visible => {
  const strongest = ORDER.find((status) => devices.some((device) => device.status === status));
  if (strongest === undefined || strongest === "invisible") return { status: "offline" };
  const activity = devices.find((device) => device.status === strongest && device.activity !== undefined)?.activity;
  return { status: strongest, ...(activity === undefined ? {} : { activity }) };
};

export const looksTheSame = (one: Visible, other: Visible): boolean =>
  one.status === other.status && one.activity === other.activity;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When somebody was last here as others are told: to five minutes within the first hour, to the hour after it; never later than it was. */
export const roundLastSeen = (at: Date, now: Date): Date => {
  const step = now.getTime() - at.getTime() < HOUR ? 5 * MINUTE : HOUR;
  return new Date(Math.floor(at.getTime() / step) * step);
};
