import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Requests } from "./requests.ts";

type Questions<Names> = { [Name in keyof Names]: { input: object; answer: unknown } };
export type Worker<Asked extends Questions<Asked>> = {
  process: ChildProcess;
  ask: <Name extends keyof Asked>(name: Name, input: Asked[Name]["input"]) => Promise<Asked[Name]["answer"]>;
  end: () => void;
};

/** A process of its own that makes load: what it takes is not taken from who is measured, and one that is slow is not waited for. */
export const startWorker = <Asked extends Questions<Asked>>(file: string): Worker<Asked> => {
  const child = fork(file, { execArgv: ["--import", "tsx"] });
  return {
    process: child,
    ask: (name, input) =>
      new Promise((resolve, reject) => {
        child.once("exit", () => reject(new Error("the process that makes the load has ended")));
        child.once("message", ({ error, answer }: { error?: string; answer: Asked[typeof name]["answer"] }) => {
          child.removeAllListeners("exit");
          if (error === undefined) resolve(answer);
          else reject(new Error(error));
        });
        child.send({ name, input });
      }),
    end: () => {
      child.removeAllListeners("exit");
      child.kill();
    },
  };
};

/** Makes the load over Socket.IO, or as clients of XMPP. */
export const startLoad = (kind: "sockets" | "xmpp" = "sockets"): Worker<Requests> =>
  startWorker(path.join(import.meta.dirname, kind === "xmpp" ? "xmpp-generator.ts" : "generator.ts"));
export type Load = Worker<Requests>;
