import type { DeviceState, PresenceStore } from "#lib/domain/ports.ts";

export type OnSocket = { userId: string; socketId: string };

/** Presence of one process: it dies with it, as the sockets do. */
export const createMemoryPresenceStore = () => {
  const people = new Map<string, Map<string, DeviceState>>();
  const lingering = new Map<string, string>();
  const devicesOf = (userId: string): DeviceState[] => [...(people.get(userId)?.values() ?? [])];

  const change = (userId: string, socketId: string, state: DeviceState | undefined) => {
    const before = devicesOf(userId);
    const devices = people.get(userId) ?? new Map<string, DeviceState>();
    if (state) people.set(userId, devices.set(socketId, state));
    else devices.delete(socketId);
    if (devices.size === 0) people.delete(userId);
    return { before, after: devicesOf(userId) };
  };

  const store: PresenceStore = {
    put: async (userId, socketId, state) => change(userId, socketId, state),
    update: async (userId, socketId, state) => (people.get(userId)?.has(socketId) ? change(userId, socketId, state) : undefined),
    remove: async (userId, socketId, mark) => {
      lingering.set(userId, mark);
      return change(userId, socketId, undefined);
    },
    devices: async (userId) => devicesOf(userId),
    lingers: async (userId) => lingering.has(userId),
    stay: async (userId) => lingering.delete(userId),
    leave: async (userId, mark) => lingering.get(userId) === mark && lingering.delete(userId),
  };
  return {
    ...store,
    /** Every socket here, with its person. */
    all: (): OnSocket[] =>
      [...people].flatMap(([userId, devices]) => [...devices.keys()].map((socketId) => ({ userId, socketId }))),
    stateOf: ({ userId, socketId }: OnSocket): DeviceState | undefined => people.get(userId)?.get(socketId),
  };
};
