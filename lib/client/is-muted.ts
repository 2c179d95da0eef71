/** Whether something is muted at this moment, by this device's clock; `mutedUntil` as the server tells it, null: not muted. */
export const isMuted = (mutedUntil: string | null, now = new Date()): boolean =>
  mutedUntil !== null && Date.parse(mutedUntil) > now.getTime();
