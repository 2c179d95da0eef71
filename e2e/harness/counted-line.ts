import net from "node:net";
import { onTestFinished } from "vitest";

/** Of what a client says to PostgreSQL: a type, a length that counts itself, and what it says. */
const HEAD = 5;

const textAt = (body: Buffer, from: number): { text: string; end: number } => {
  const end = body.indexOf(0, from);
  return { text: body.toString("utf8", from, end), end: end + 1 };
};

/** A statement that was run, prepared before or not; `values` are its parameters, as they went over the line. */
export type Asked = { text: string; values: string };

const listener = (onStatement: (asked: Asked) => void) => {
  const prepared = new Map<string, string>();
  let held = Buffer.alloc(0);
  let isGreeted = false;

  const hear = (type: string, body: Buffer): void => {
    if (type === "Q") onStatement({ text: textAt(body, 0).text, values: "" });
    if (type === "P") {
      const { text: name, end } = textAt(body, 0);
      prepared.set(name, textAt(body, end).text);
    }
    if (type === "B") {
      const { text: name, end } = textAt(body, textAt(body, 0).end);
      onStatement({ text: prepared.get(name) ?? "", values: body.toString("latin1", end) });
    }
  };

  return (chunk: Buffer): void => {
    held = Buffer.concat([held, chunk]);
    // The first packet alone has no type.
    if (!isGreeted && held.length >= 4 && held.length >= held.readInt32BE(0)) {
      held = held.subarray(held.readInt32BE(0));
      isGreeted = true;
    }
    while (isGreeted && held.length >= HEAD && held.length > held.readInt32BE(1)) {
      const end = 1 + held.readInt32BE(1);
      hear(held.toString("latin1", 0, 1), held.subarray(HEAD, end));
      held = held.subarray(end);
    }
  };
};

/** A line to the PostgreSQL behind `databaseUrl` that remembers what is asked over it. It ends with the test. */
export const startCountedLine = async (databaseUrl: string): Promise<{ url: string; asked: Asked[] }> => {
  const target = new URL(databaseUrl);
  const asked: Asked[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const database = net.connect(Number(target.port), target.hostname);
    const hear = listener((one) => asked.push(one));
    client.on("data", hear);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        client.destroy();
        database.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as net.AddressInfo).port);
  return { url: url.href, asked };
};
