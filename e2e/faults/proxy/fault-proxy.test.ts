import { once } from "node:events";
import net from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFaultProxy, type FaultProxy } from "./fault-proxy.ts";

let echo: net.Server;
let heard: string;
let proxy: FaultProxy;
const open: net.Socket[] = [];

beforeEach(async () => {
  heard = "";
  echo = net.createServer((socket) => {
    open.push(socket);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      heard += chunk;
      socket.write(chunk);
    });
  });
  echo.listen(0, "localhost");
  await once(echo, "listening");
  const address = echo.address();
  proxy = await createFaultProxy(address && typeof address === "object" ? address.port : 0);
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await proxy.close();
  echo.close();
});

const connect = async () => {
  const socket = net.connect(proxy.port, "127.0.0.1");
  open.push(socket);
  let got = "";
  let ending = "";
  socket.on("data", (chunk) => {
    got += chunk;
  });
  socket.on("error", (error) => {
    ending = "code" in error ? String(error.code) : error.message;
  });
  socket.on("end", () => {
    ending ||= "end";
  });
  await once(socket, "connect");
  socket.write("hello ");
  await expect.poll(() => got).toBe("hello ");
  return { socket, got: () => got, ending: () => ending };
};

test("with no fault everything passes, both ways, to the end", async () => {
  const { socket, got } = await connect();
  socket.write("world");
  await expect.poll(got).toBe("hello world");
  socket.end();
  await expect.poll(() => proxy.connections()).toBe(0);
});

test("a delay keeps the order", async () => {
  const { socket, got } = await connect();
  proxy.set("up", { kind: "delay", ms: 60, jitterMs: 60 });
  const startedAt = performance.now();
  for (let n = 0; n < 10; n += 1) socket.write(`${n}`);
  await expect.poll(got).toBe("hello 0123456789");
  expect(performance.now() - startedAt).toBeGreaterThan(55);
});

test("a throttle lets so much through and no more", async () => {
  const { socket, got } = await connect();
  proxy.set("down", { kind: "throttle", bytesPerSecond: 1_000 });
  const startedAt = performance.now();
  socket.write("x".repeat(300));
  await expect.poll(() => got().length).toBe(306);
  expect(performance.now() - startedAt).toBeGreaterThan(240);
});

test("a drop is a reset for the client", async () => {
  const { ending } = await connect();
  proxy.set("down", { kind: "drop" });
  await expect.poll(ending).toBe("ECONNRESET");
});

test("a fin is an orderly end", async () => {
  const { ending } = await connect();
  proxy.set("down", { kind: "fin" });
  await expect.poll(ending).toBe("end");
});

test("a black hole swallows one way and tells nobody", async () => {
  const { socket, got, ending } = await connect();
  proxy.set("down", { kind: "blackhole" });
  socket.write("lost");
  await expect.poll(() => heard).toBe("hello lost");
  proxy.heal();
  socket.write(" again");
  await expect.poll(got).toBe("hello  again");
  expect(ending()).toBe("");
});

test("a cut lets so many bytes through", async () => {
  const { socket, ending } = await connect();
  proxy.set("up", { kind: "cut", afterBytes: 4 });
  socket.write("12345678");
  await expect.poll(ending).toBe("ECONNRESET");
  expect(heard).toBe("hello 1234");
});

test("what was held arrives when it is let go, although its sender has gone", async () => {
  const { socket } = await connect();
  proxy.set("up", { kind: "hold" });
  socket.write("a ghost");
  socket.destroy();
  const other = await connect().catch(() => undefined);
  expect(other).toBeUndefined();
  proxy.heal();
  await expect.poll(() => heard).toContain("a ghost");
});

test("a fault for those that are there leaves newcomers alone", async () => {
  const { socket } = await connect();
  proxy.set("up", { kind: "hold" }, { onlyPresent: true });
  socket.write("a ghost");
  await connect();
  expect(heard).toBe("hello hello ");
  proxy.heal();
  await expect.poll(() => heard).toBe("hello hello a ghost");
});
