import fs from "node:fs";
import path from "node:path";
import { openRawSocket } from "./raw-socket.ts";

/** What Node is told to be asked; a port of this machine that nobody else has. */
export const INSPECTED = ["--expose-gc", "--inspect=127.0.0.1:0"];

/** A collection is quick; a whole heap is written in a minute where the machine is busy. */
const ANSWER_MS = 120_000;
const ADDRESS = /Debugger listening on ws:\/\/([^/]+)(\/\S+)/;

/** `heldBytes` is the heap with what buffers hold outside of it. */
export type Footprint = { heapBytes: number; heldBytes: number; sockets: number };

/** Asks a process by its debugger, so that nothing in it needs to answer for it. `log` is where it has told its address. */
export const openInspector = async (log: string) => {
  const text = fs.readFileSync(path.resolve(".test", `${log}.log`), "utf8");
  const [, host, target] = ADDRESS.exec(text) ?? [];
  if (!host || !target) throw new Error(`no debugger is told of in ${log}`);
  const wire = await openRawSocket(`http://${host}`, { target });
  let id = 0;

  type Told = { result?: { value?: unknown; objectId?: string }; objects?: { objectId?: string } };
  const ask = async (method: string, params: object = {}): Promise<Told> => {
    id += 1;
    wire.says(JSON.stringify({ id, method, params }));
    const answer = await wire.hears(`{"id":${id},`, ANSWER_MS);
    if (answer === undefined) throw new Error(`${method} got no answer`);
    return JSON.parse(answer).result;
  };
  const evaluate = async (expression: string): Promise<unknown> =>
    (await ask("Runtime.evaluate", { expression, returnByValue: true })).result?.value;

  /** Twice: what the first round finalizes, only the second can take away. */
  const collect = async (): Promise<void> => {
    await ask("HeapProfiler.collectGarbage");
    await ask("HeapProfiler.collectGarbage");
  };

  return {
    evaluate,
    collect,
    /** How many objects there are of a class, which is named as the process itself would. */
    countOf: async (expression: string): Promise<number> => {
      await collect();
      const { result } = await ask("Runtime.evaluate", { expression: `${expression}.prototype` });
      const { objects } = await ask("Runtime.queryObjects", { prototypeObjectId: result?.objectId });
      const functionDeclaration = "function () { return this.length; }";
      const counted = await ask("Runtime.callFunctionOn", {
        objectId: objects?.objectId,
        functionDeclaration,
        returnByValue: true,
      });
      return Number(counted.result?.value);
    },
    /** What is left after everything that can go has gone. */
    footprint: async (): Promise<Footprint> => {
      await collect();
      const heapBytes = Number(await evaluate("process.memoryUsage().heapUsed"));
      const heldBytes = heapBytes + Number(await evaluate("process.memoryUsage().external"));
      const sockets = Number(
        await evaluate('process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length'),
      );
      return { heapBytes, heldBytes, sockets };
    },
    close: wire.leaves,
  };
};
export type Inspector = Awaited<ReturnType<typeof openInspector>>;
