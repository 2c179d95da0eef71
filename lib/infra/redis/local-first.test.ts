import { Server } from "socket.io";
import { type Adapter, ClusterAdapter, type ClusterMessage, type ClusterResponse, MessageType } from "socket.io-adapter";
import { expect, test } from "vitest";
import { narrowed } from "../narrowed-adapter.ts";
import { localFirst } from "./local-first.ts";

/** A node whose word to the others is written down, and never confirmed: as when Redis is silent. */
const openNode = () => {
  const told: ClusterMessage[] = [];
  const heard: string[] = [];
  let isUp = true;
  class Silent extends ClusterAdapter {
    constructor(...given: ConstructorParameters<typeof Adapter>) {
      super(...given);
    }
    hear(message: ClusterMessage): void {
      this.onMessage(message);
    }
    override doPublish(message: ClusterMessage) {
      told.push(message);
      return new Promise<string>(() => undefined);
    }
    override doPublishResponse(_: string, __: ClusterResponse) {
      return new Promise<void>(() => undefined);
    }
  }
  const namespace = new Server().of("/");
  const cluster = new Silent(namespace);
  const adapter = narrowed(localFirst(cluster, () => isUp));
  const connect = (id: string, ...rooms: string[]): void => {
    const client = { writeToEngine: () => void heard.push(id) };
    namespace.sockets.set(id, { id, client, leave: (room: string) => adapter.del(id, room) } as never);
    void adapter.addAll(id, new Set(rooms));
  };
  return {
    adapter,
    told,
    heard,
    connect,
    /** Another node says it. */
    comes: (message: object) => cluster.hear({ uid: "another", nsp: "/", ...message } as ClusterMessage),
    fail: () => {
      isUp = false;
    },
  };
};

const hello = (): Parameters<Adapter["broadcast"]>[0] => ({ type: 2, data: ["hello", {}], nsp: "/" });
const to = (room: string, flags = {}) => ({ rooms: new Set([room]), except: new Set<string>(), flags: flags as object });

test("own sockets hear it before any other node has, and the others are told", () => {
  const { adapter, connect, heard, told } = openNode();
  connect("alice", "house");
  connect("carol", "attic");
  void adapter.broadcast(hello(), to("house"));
  expect(heard).toEqual(["alice"]);
  expect(told).toMatchObject([{ type: MessageType.BROADCAST, data: { opts: { rooms: ["house"], except: [] } } }]);
});

test("into the silence of Redis nothing is said, and own sockets hear it all the same", () => {
  const { adapter, connect, heard, told, fail } = openNode();
  connect("alice", "house");
  fail();
  void adapter.broadcast(hello(), to("house"));
  void adapter.delSockets(to("house"), ["house"]);
  void adapter.broadcast(hello(), to("house"));
  expect([heard, told]).toEqual([["alice"], []]);
});

test("what is for this node stays here", () => {
  const { adapter, connect, told } = openNode();
  connect("alice", "house");
  void adapter.broadcast(hello(), to("house", { local: true }));
  expect(told).toEqual([]);
});

test("of its rooms only those hear it who are also in another one, at each node by its own rooms", () => {
  const { adapter, connect, heard, told, comes } = openNode();
  connect("phone", "user:bob", "house");
  connect("laptop", "user:bob");
  connect("alice", "house");
  void adapter.broadcast(hello(), to("user:bob", { within: "house" }));
  expect(heard).toEqual(["phone"]);
  comes({ ...told[0], uid: "another" });
  expect(heard).toEqual(["phone", "phone"]);
});
