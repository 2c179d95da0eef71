import type { Server } from "socket.io";
import { PacketType } from "socket.io-parser";
import type { Publisher } from "#lib/domain/ports.ts";
import type { Narrowing } from "#lib/infra/narrowed-adapter.ts";
import { closeRoom } from "./close-room.ts";
import type { Entrance } from "./entrance.ts";
import { conversationRoom, DESK_ROOM, listingRoom, MODERATORS_ROOM, sessionRoom, userRoom } from "./rooms.ts";

type Hearers = { rooms: string[]; within: string; except?: string[] };

/** To those of `rooms` who are also in the room `within`, each judged where the socket is, when the news gets there. */
const tellThoseWithin = (io: Server, { rooms, within, except = [] }: Hearers, event: string, payload: unknown): void => {
  // To no room at all would be to everybody.
  if (rooms.length === 0) return;
  const flags: Narrowing = { within };
  const reach = { rooms: new Set(rooms), except: new Set(except), flags: flags as object };
  void io.of("/").adapter.broadcast({ type: PacketType.EVENT, data: [event, payload] }, reach);
};

/** Tells live sockets through Socket.IO's rooms, on all nodes. */
export const createPublisher = (io: Server, entrance: Entrance): Publisher => ({
  toConversation: (conversationId, event, payload, { socketId, userIds = [], among } = {}) => {
    const room = conversationRoom(conversationId);
    const except = [...(socketId === undefined ? [] : [socketId]), ...userIds.map(userRoom)];
    if (among) tellThoseWithin(io, { rooms: among.map(userRoom), within: room, except }, event, payload);
    else io.to(room).except(except).emit(event, payload);
  },
  hearersOf: (conversationId) => io.of("/").adapter.rooms.get(conversationRoom(conversationId))?.size ?? 0,
  toConversations: (conversationIds, event, payload, { userIds }) => {
    // To no room at all would be to everybody.
    if (conversationIds.length === 0) return;
    io.to(conversationIds.map(conversationRoom)).except(userIds.map(userRoom)).emit(event, payload);
  },
  toUser: (userId, event, payload) => {
    io.to(userRoom(userId)).emit(event, payload);
  },
  toMember: (userId, conversationId, event, payload) => {
    tellThoseWithin(io, { rooms: [userRoom(userId)], within: conversationRoom(conversationId) }, event, payload);
  },
  toWatchers: (listingId, event, payload) => {
    io.to(listingRoom(listingId)).emit(event, payload);
  },
  // Who is not signed in has no socket at all.
  toEverybody: (event, payload) => {
    io.emit(event, payload);
  },
  toModerators: (event, payload) => {
    io.to(MODERATORS_ROOM).emit(event, payload);
  },
  // Each node has a pulse of its own: who looks at it sees that of the node that their page is connected to.
  toDesk: (event, payload) => {
    io.local.to(DESK_ROOM).emit(event, payload);
  },
  admit: (userIds, conversationId) => {
    // To nobody at all would be to everybody.
    if (userIds.length === 0) return;
    entrance.open(userIds, conversationId);
    io.in(userIds.map(userRoom)).socketsJoin(conversationRoom(conversationId));
  },
  expel: (userIds, conversationId) => {
    const sockets = io.in(userIds.map(userRoom));
    entrance.shut(userIds, conversationId);
    sockets.socketsLeave(conversationRoom(conversationId));
    return {
      keep: () => entrance.settled(userIds, conversationId),
      undo: () => {
        entrance.open(userIds, conversationId);
        sockets.socketsJoin(conversationRoom(conversationId));
      },
    };
  },
  endSession: (sessionId, reason) => closeRoom(io, sessionRoom(sessionId), "session:revoked", { reason }),
  endUser: (userId, event, payload) => closeRoom(io, userRoom(userId), event, payload),
});
