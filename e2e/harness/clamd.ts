import net from "node:net";

/** What it finds harmful, as the test file of the trade is. */
export const HARMFUL = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";
const COMMAND = "zINSTREAM\0";

const verdictOf = (file: Buffer): string => (file.includes(HARMFUL) ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0");

/** All of a file that has come, once its end is there. */
const wholeOf = (received: Buffer): Buffer | undefined => {
  const chunks: Buffer[] = [];
  let at = COMMAND.length;
  while (received.length >= at + 4) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};

/** Speaks what of clamd's language a scan needs: INSTREAM over TCP. It says what it is told to instead, where it is told to. */
export const openClamd = async () => {
  let says: string | undefined;
  let scanned = 0;
  const server = net.createServer((socket) => {
    const received: Buffer[] = [];
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      received.push(chunk);
      const all = Buffer.concat(received);
      if (!COMMAND.startsWith(all.toString("latin1", 0, COMMAND.length))) socket.destroy();
      const file = socket.destroyed ? undefined : wholeOf(all);
      if (!file) return;
      scanned += 1;
      socket.end(says ?? verdictOf(file));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return {
    url: `tcp://127.0.0.1:${port}`,
    scanned: () => scanned,
    /** From now on it answers that, whatever comes; nothing: what is right. */
    answers: (text: string | undefined): void => {
      says = text;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
export type Clamd = Awaited<ReturnType<typeof openClamd>>;
