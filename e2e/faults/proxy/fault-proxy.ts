import net from "node:net";
import { createFlow, type Flow } from "./flow.ts";

/** What happens to what goes one way: `up` is from the client to the server. */
export type Way = "up" | "down";
export type Fault =
  | { kind: "pass" }
  | { kind: "delay"; ms: number; jitterMs: number }
  | { kind: "throttle"; bytesPerSecond: number }
  /** Connections end with a reset, or with an orderly end of one side. */
  | { kind: "drop" }
  | { kind: "fin" }
  /** Nothing gets through, and nobody is told: half-open. */
  | { kind: "blackhole" }
  /** So many more bytes, and then a reset. */
  | { kind: "cut"; afterBytes: number }
  /** Kept until it is let go again, to whomever it was meant for: a ghost. */
  | { kind: "hold" };

type Link = { client: net.Socket; server: net.Socket; flows: Record<Way, Flow>; faults: Record<Way, Fault> };

const listen = (server: net.Server) =>
  new Promise<number>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address && typeof address === "object") resolve(address.port);
    });
  });

/** Stands between clients and a server on this machine, and does to the bytes what it is told to. */
export const createFaultProxy = async (targetPort: number) => {
  const links = new Set<Link>();
  const faults: Record<Way, Fault> = { up: { kind: "pass" }, down: { kind: "pass" } };

  const end = (link: Link): void => {
    links.delete(link);
    for (const flow of Object.values(link.flows)) flow.close();
  };

  const reset = (link: Link): void => {
    link.client.resetAndDestroy();
    link.server.resetAndDestroy();
    end(link);
  };

  const apply = (link: Link, way: Way, fault: Fault): void => {
    if (fault.kind === "drop") {
      const victim = way === "up" ? link.server : link.client;
      victim.resetAndDestroy();
      return;
    }
    if (fault.kind === "fin") {
      const target = way === "up" ? link.server : link.client;
      target.end();
      return;
    }
    link.faults[way] = fault;
    link.flows[way].set(fault);
  };

  const accept = (client: net.Socket): void => {
    const server = net.connect({ port: targetPort, host: "localhost", allowHalfOpen: true });
    const link: Link = {
      client,
      server,
      flows: { up: createFlow(client, server, () => reset(link)), down: createFlow(server, client, () => reset(link)) },
      faults: { up: { kind: "pass" }, down: { kind: "pass" } },
    };
    links.add(link);
    for (const socket of [client, server]) {
      // A connection that is cut is what this is for.
      socket.on("error", () => undefined);
      socket.on("close", () => {
        // A reset of one side is a reset for the other, unless nothing gets through.
        const isSilent = Object.values(link.faults).some(({ kind }) => kind === "blackhole" || kind === "hold");
        if (isSilent) return;
        client.destroy();
        server.destroy();
        end(link);
      });
    }
    for (const way of ["up", "down"] as const) apply(link, way, faults[way]);
  };

  const proxy = net.createServer({ allowHalfOpen: true }, accept);
  const port = await listen(proxy);

  return {
    port,
    url: `http://localhost:${port}`,
    /** From now on, for connections that are there and those that come; with `onlyPresent` for those that are there. */
    set: (way: Way, fault: Fault, { onlyPresent = false }: { onlyPresent?: boolean } = {}): void => {
      if (!onlyPresent) faults[way] = fault;
      for (const link of links) apply(link, way, fault);
    },
    /** What has been held goes on its way, and so does all that follows. */
    heal: (): void => {
      for (const way of ["up", "down"] as const) faults[way] = { kind: "pass" };
      for (const link of links) for (const way of ["up", "down"] as const) apply(link, way, { kind: "pass" });
    },
    connections: (): number => links.size,
    close: (): Promise<void> => {
      for (const link of links) reset(link);
      return new Promise((resolve) => proxy.close(() => resolve()));
    },
  };
};
export type FaultProxy = Awaited<ReturnType<typeof createFaultProxy>>;
