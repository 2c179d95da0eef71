import { freePort } from "#lib/db/embedded/free-port.ts";
import { NODE_HEADER, startNginx } from "./nginx.ts";
import { areSeveral, startNodes } from "./nodes.ts";

/** What a browser of a story says of where it is. Only the nginx of tests listens to that. */
export const PLACE = "place";

export type House = {
  baseUrl: string;
  /** The nodes themselves. */
  nodes: string[];
  /** A place for each node, whose people come to it; none where there is one server. */
  places: string[];
};

const MOST_TRIES = 200;

/** Which places lead to which node is nginx's own business: asks until each has one. */
const findPlaces = async (baseUrl: string, count: number): Promise<string[]> => {
  const found = new Map<string, string>();
  for (let number = 1; found.size < count && number <= MOST_TRIES; number += 1) {
    const { headers } = await fetch(`${baseUrl}/api/health`, { headers: { cookie: `${PLACE}=${number}` } });
    const node = headers.get(NODE_HEADER) ?? "";
    if (!found.has(node)) found.set(node, String(number));
  }
  if (found.size !== count) throw new Error(`nginx leads to ${found.size} of ${count} nodes`);
  return [...found.values()];
};

/** Where browsers go: one server, or as many as `NODES` says behind nginx, as they are deployed. All have these settings. */
export const startHouse = async (name: string, env: Record<string, string>) => {
  if (!areSeveral) {
    const { servers, stop } = await startNodes(env, name);
    const nodes = servers.map(({ baseUrl }) => baseUrl);
    return { servers, nodes, places: [], baseUrl: nodes[0] ?? "", stop };
  }
  const port = await freePort();
  const inFront = { PUBLIC_URL: `http://localhost:${port}`, TRUSTED_PROXIES: "1", DATABASE_POOL: "5" };
  const { servers, stop: stopNodes } = await startNodes({ ...inFront, ...env }, name);
  const nodes = servers.map(({ baseUrl }) => baseUrl);
  const ports = nodes.map((node) => Number(new URL(node).port));
  const nginx = await startNginx(port, ports, { name: `nginx-${name}`, placeCookie: PLACE }).catch(async (error: unknown) => {
    await stopNodes();
    throw error;
  });
  const stop = async (): Promise<void> => {
    await stopNodes();
    await nginx.stop();
  };
  return { servers, nodes, places: await findPlaces(nginx.baseUrl, nodes.length), baseUrl: nginx.baseUrl, stop };
};
