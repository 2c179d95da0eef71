import net from "node:net";

/** A TCP line to the server that can fall silent both ways with nobody being told, as when a phone enters a tunnel. */
export const createSilentLine = async (baseUrl: string) => {
  const target = new URL(baseUrl);
  let isSilent = false;
  const pairs = new Set<net.Socket>();
  const carry = (from: net.Socket, to: net.Socket): void => {
    pairs.add(from);
    from.on("data", (bytes) => {
      if (!isSilent) to.write(bytes);
    });
    from.on("close", () => {
      if (!isSilent) to.destroy();
    });
    // A line that is cut is what this is for.
    from.on("error", () => undefined);
  };
  const server = net.createServer((near) => {
    const far = net.connect({ host: target.hostname, port: Number(target.port) });
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the line has no port");
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    fallsSilent: (): void => {
      isSilent = true;
    },
    close: (): void => {
      server.close();
      for (const socket of pairs) socket.destroy();
    },
  };
};
