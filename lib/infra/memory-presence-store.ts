import type { DeviceState, PresenceStore } from "#lib/domain/ports.ts";

export type OnSocket = { userId: string; socketId: string };

/** Who has which sockets in this process, and who lingers: what is said here happens at once. */
export const createPresenceMemory = () => {
  const people = new Map<string, Map<string, DeviceState>>();
  const lingering = new Map<string, string>();
  const devicesOf = (userId: string): DeviceState[] => [...(people.get(userId)?.values() ?? [])];

  const change = ({ userId, socketId }: OnSocket, state: DeviceState | undefined) => {
    const before = devicesOf(userId);
    const devices = people.get(userId) ?? new Map<string, DeviceState>();
    if (state) people.set(userId, devices.set(socketId, state));
    else devices.delete(socketId);
    if (devices.size === 0) people.delete(userId);
    return { before, after: devicesOf(userId) };
  };
  const stateOf = ({ userId, socketId }: OnSocket): DeviceState | undefined => people.get(userId)?.get(socketId);

  return {
    put: (socket: OnSocket, state: DeviceState) => ({ lingered: lingering.delete(socket.userId), ...change(socket, state) }),
    update: (socket: OnSocket, state: DeviceState) => (stateOf(socket) ? change(socket, state) : undefined),
    remove: (socket: OnSocket, mark: string) => {
      lingering.set(socket.userId, mark);
      return change(socket, undefined);
    },
    devices: devicesOf,
    lingers: (userId: string): boolean => lingering.has(userId),
    leave: (userId: string, mark: string): boolean => lingering.get(userId) === mark && lingering.delete(userId),
    stateOf,
    /** Every socket here. */
    all: (): OnSocket[] =>
      [...people].flatMap(([userId, devices]) => [...devices.keys()].map((socketId) => ({ userId, socketId }))),
  };
};

/** Presence of one process: it dies with it, as the sockets do. */
export const createMemoryPresenceStore = (): PresenceStore => {
  const memory = createPresenceMemory();
  return {
    put: async (userId, socketId, state) => memory.put({ userId, socketId }, state),
    update: async (userId, socketId, state) => memory.update({ userId, socketId }, state),
    remove: async (userId, socketId, mark) => memory.remove({ userId, socketId }, mark),
    devices: async (userId) => memory.devices(userId),
    lingers: async (userId) => memory.lingers(userId),
    leave: async (userId, mark) => memory.leave(userId, mark),
  };
};
