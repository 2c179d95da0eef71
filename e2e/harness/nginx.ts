import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const START_MS = 10_000;

/** Where the address of the node stands that answered, in tests that choose it. */
export const NODE_HEADER = "x-node";

/** The same rule, but for who is somewhere else than they seem. */
const byPlace = (nodes: string, cookie: string): string =>
  `map $cookie_${cookie} $place { default $cookie_${cookie}; "" $remote_addr; }\n${nodes.replace("hash $remote_addr", "hash $place")}`;

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

type Options = {
  /** What its log is called. */
  name?: string;
  /** A cookie that people come with to be taken for those of another address: all browsers of a test have one. */
  placeCookie?: string;
};

/** nginx with the project's own configuration before these nodes; it is the machine's. Resolves to its address and what ends it. */
export const startNginx = async (port: number, nodePorts: number[], { name = "nginx", placeCookie }: Options = {}) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-nginx-"));
  fs.chmodSync(folder, 0o755);
  fs.copyFileSync("deploy/nginx/nginx.conf", path.join(folder, "nginx.conf"));
  const where = fs.readFileSync("deploy/nginx/nodes.conf", "utf8");
  const [server = ""] = /^ *server .*;$/m.exec(where) ?? [];
  const servers = nodePorts.map((nodePort) => server.replace("node-1:3000", `127.0.0.1:${nodePort}`)).join("\n");
  const nodes = where.replace(/(^ *server .*;\n)+/m, `${servers}\n`);
  fs.writeFileSync(path.join(folder, "nodes.conf"), placeCookie ? byPlace(nodes, placeCookie) : nodes);
  const said = placeCookie ? `add_header ${NODE_HEADER} $upstream_addr always;\n` : "";
  fs.writeFileSync(path.join(folder, "listen.conf"), `listen ${port};\nlisten [::]:${port};\n${said}`);
  const log = fs.openSync(path.resolve(".test", `${name}.log`), "w");
  const settings = `daemon off; pid ${folder}/nginx.pid; error_log stderr warn;`;
  const child = spawn("nginx", ["-p", folder, "-c", `${folder}/nginx.conf`, "-g", settings], { stdio: ["ignore", log, log] });
  const failed = once(child, "error").then(() => {
    throw new Error("There is no nginx here. On Debian: apt-get install nginx");
  });
  failed.catch(() => undefined);
  const baseUrl = `http://localhost:${port}`;
  const ready = async (): Promise<void> => {
    for (const deadline = Date.now() + START_MS; !(await isUp(baseUrl)); await delay(50)) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`nginx did not start: see .test/${name}.log`);
    }
  };
  await Promise.race([ready(), failed]);
  return {
    baseUrl,
    stop: async (): Promise<void> => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};
