import type { Server } from "socket.io";
import type { Publisher } from "#lib/domain/ports.ts";
import { closeRoom } from "./close-room.ts";
import type { Entrance } from "./entrance.ts";
import { conversationRoom, DESK_ROOM, listingRoom, MODERATORS_ROOM, sessionRoom, userRoom } from "./rooms.ts";

/** Tells live sockets through Socket.IO's rooms. */
export const createPublisher = (io: Server, entrance: Entrance): Publisher => ({
  toConversation: (conversationId, event, payload, { socketId, userIds = [] } = {}) => {
    const silent = [...(socketId === undefined ? [] : [socketId]), ...userIds.map(userRoom)];
    io.to(conversationRoom(conversationId)).except(silent).emit(event, payload);
  },
  toConversations: (conversationIds, event, payload, { userIds }) => {
    // To no room at all would be to everybody.
    if (conversationIds.length === 0) return;
    io.to(conversationIds.map(conversationRoom)).except(userIds.map(userRoom)).emit(event, payload);
  },
  toUser: (userId, event, payload) => {
    io.to(userRoom(userId)).emit(event, payload);
  },
  toMember: (userId, conversationId, event, payload) => {
    const { adapter, sockets } = io.of("/");
    for (const id of adapter.rooms.get(userRoom(userId)) ?? []) {
      const socket = sockets.get(id);
      if (socket?.rooms.has(conversationRoom(conversationId))) socket.emit(event, payload);
    }
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
  toDesk: (event, payload) => {
    io.to(DESK_ROOM).emit(event, payload);
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
