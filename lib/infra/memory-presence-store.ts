import type { DeviceState, PresenceStore } from "#lib/domain/ports.ts";

/** Presence of one process: it dies with it, as the sockets do. */
export const createMemoryPresenceStore = (): PresenceStore => {
  const people = new Map<string, Map<string, DeviceState>>();
  return {
    put: async (userId, socketId, state) => {
      const devices = people.get(userId) ?? new Map<string, DeviceState>();
      people.set(userId, devices.set(socketId, state));
    },
    remove: async (userId, socketId) => {
      const devices = people.get(userId);
      devices?.delete(socketId);
      if (devices?.size === 0) people.delete(userId);
    },
    holds: async (userId, socketId) => people.get(userId)?.has(socketId) ?? false,
    devices: async (userId) => [...(people.get(userId)?.values() ?? [])],
  };
};
