import type { Namespace } from "socket.io";
import type { ClusterAdapter } from "socket.io-adapter";
import { narrowed } from "../narrowed-adapter.ts";
import { localFirst, sayNothing } from "./local-first.ts";
import type { RedisLink } from "./redis-link.ts";

/** Until its first entry a reader may miss one, so entries come by themselves. */
const WORD_MS = 2_000;

/** What brings news from node to node: a stream in Redis. A broadcast over it is a hint; connection state recovery stays off. */
export const createNewsAdapter = async (link: RedisLink): Promise<(namespace: Namespace) => ClusterAdapter> => {
  const { createAdapter } = await import("@socket.io/redis-streams-adapter");
  const streams = createAdapter(link.client, { streamName: "uninest:news", channelPrefix: "uninest", onlyPlaintext: true });
  // Socket.IO makes an adapter by `new`.
  return function openAdapter(namespace) {
    const adapter = narrowed(localFirst(streams(namespace), link.isUp));
    const word = setInterval(() => {
      if (link.isUp()) sayNothing(adapter);
    }, WORD_MS);
    word.unref();
    return adapter;
  };
};
