import http from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket } from "socket.io";
import { io as connect } from "socket.io-client";
import { expect, onTestFinished, test } from "vitest";
import { forgetHandshake } from "./forget-handshake.ts";

const alice = { userId: "alice", socketId: "one" };

const scene = async (transport: string) => {
  const server = http.createServer();
  const io = new Server(server);
  io.use((socket, next) => {
    socket.data = { actor: alice, handshake: { token: "of alice" } };
    next();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => io.close());
  const entered = new Promise<Socket>((resolve) => io.once("connection", resolve));
  const { port } = server.address() as AddressInfo;
  const extraHeaders = { cookie: "session=of alice" };
  const client = connect(`http://127.0.0.1:${port}`, { transports: [transport], extraHeaders, auth: { token: "of alice" } });
  onTestFinished(() => void client.disconnect());
  return { client, socket: await entered };
};

test.each(["websocket", "polling"])("over %s nothing is kept of how alice came in, and she is heard", async (transport) => {
  const { client, socket } = await scene(transport);
  const { request } = socket;
  expect(request.headers.cookie).toBe("session=of alice");
  forgetHandshake(socket);
  expect(request).toMatchObject({ headers: {}, rawHeaders: [] });
  expect(request.headers).toEqual({});
  expect(socket.conn.request).toBeUndefined();
  expect(socket.handshake).toBeUndefined();
  expect(socket.data).toEqual({ actor: alice, since: expect.any(Number) });
  socket.on("hello", (word, answer) => answer(word));
  expect(await client.emitWithAck("hello", "room 12")).toBe("room 12");
});
