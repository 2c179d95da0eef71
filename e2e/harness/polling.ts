import { connectPacket } from "./raw-socket.ts";

const SEPARATOR = "\x1e";

type Answer = { status: number; text: string };
type Options = { query?: string; headers?: Record<string, string> };

/** The first request of a polling connection. */
export const beginPolling = async (baseUrl: string, { query = "EIO=4", headers = {} }: Options = {}): Promise<Answer> => {
  const response = await fetch(`${baseUrl}/socket.io/?transport=polling&${query}`, { headers });
  return { status: response.status, text: await response.text() };
};

/** A long-polling connection that says exactly what it is told to say. */
export const openPolling = async (baseUrl: string) => {
  const { text: greeting } = await beginPolling(baseUrl);
  const sid: string = JSON.parse(greeting.slice(1)).sid;
  const url = `${baseUrl}/socket.io/?EIO=4&transport=polling&sid=${sid}`;

  const gets = async (): Promise<Answer> => {
    const response = await fetch(url);
    return { status: response.status, text: await response.text() };
  };
  const says = async (...packets: string[]): Promise<Answer> => {
    const response = await fetch(url, { method: "POST", body: packets.join(SEPARATOR) });
    return { status: response.status, text: await response.text() };
  };
  /** Polls until a packet begins so. Resolves to it, or to nothing when the connection is over. */
  const hears = async (beginning: string): Promise<string | undefined> => {
    for (;;) {
      const { status, text } = await gets();
      if (status !== 200) return undefined;
      const packets = text.split(SEPARATOR);
      const found = packets.find((packet) => packet.startsWith(beginning));
      if (found !== undefined) return found;
      if (packets.includes("1")) return undefined;
      if (packets.includes("2")) await says("3");
    }
  };

  return {
    sid,
    gets,
    says,
    hears,
    /** Asks to be let in, and is. */
    enters: async (token: string): Promise<void> => {
      await says(connectPacket(token));
      if ((await hears('42["session:ready"')) === undefined) throw new Error("a polling connection was not let in");
    },
  };
};
