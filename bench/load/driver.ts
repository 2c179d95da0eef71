import { fork } from "node:child_process";
import path from "node:path";
import type { RequestName, Requests } from "./requests.ts";

/** A process of its own that makes load: what it takes is not taken from who is measured, and one that is slow is not waited for. */
export const startLoad = () => {
  const child = fork(path.join(import.meta.dirname, "generator.ts"), { execArgv: ["--import", "tsx"] });
  return {
    ask: <Name extends RequestName>(name: Name, input: Requests[Name]["input"]): Promise<Requests[Name]["answer"]> =>
      new Promise((resolve, reject) => {
        child.once("exit", () => reject(new Error("the process that makes the load has ended")));
        child.once("message", ({ error, answer }: { error?: string; answer: Requests[Name]["answer"] }) => {
          child.removeAllListeners("exit");
          if (error === undefined) resolve(answer);
          else reject(new Error(error));
        });
        child.send({ name, input });
      }),
    end: (): void => {
      child.removeAllListeners("exit");
      child.kill();
    },
  };
};
export type Load = ReturnType<typeof startLoad>;
