import fs from "node:fs";
import type { Inspector } from "../../e2e/harness/inspector.ts";

const MIB = 2 ** 20;
const inMib = (bytes: number): number => Math.round((bytes / MIB) * 1_000) / 1_000;

/** What the process itself knows of what it holds; mebibytes. */
const ASKED = `(() => {
  const v8 = process.getBuiltinModule("v8");
  const count = {};
  for (const name of process.getActiveResourcesInfo()) count[name] = (count[name] ?? 0) + 1;
  return JSON.stringify({
    memory: process.memoryUsage(), heap: v8.getHeapStatistics(), code: v8.getHeapCodeStatistics(), resources: count,
    spaces: Object.fromEntries(v8.getHeapSpaceStatistics().map(({ space_name, space_used_size }) => [space_name, space_used_size])),
  });
})()`;

type Told = {
  memory: NodeJS.MemoryUsage;
  heap: {
    malloced_memory: number;
    number_of_native_contexts: number;
    number_of_detached_contexts: number;
    used_global_handles_size: number;
  };
  code: { code_and_metadata_size: number; bytecode_and_metadata_size: number };
  resources: Record<string, number>;
  spaces: Record<string, number>;
};

/** After everything that can go has gone. */
export const footprintOf = async (inspector: Inspector) => {
  await inspector.collect();
  const told = JSON.parse(String(await inspector.evaluate(ASKED))) as Told;
  return {
    heap: inMib(told.memory.heapUsed),
    external: inMib(told.memory.external),
    arrayBuffers: inMib(told.memory.arrayBuffers),
    rss: inMib(told.memory.rss),
    malloced: inMib(told.heap.malloced_memory),
    contexts: told.heap.number_of_native_contexts,
    detachedContexts: told.heap.number_of_detached_contexts,
    globalHandles: told.heap.used_global_handles_size,
    code: inMib(told.code.code_and_metadata_size),
    bytecode: inMib(told.code.bytecode_and_metadata_size),
    resources: told.resources,
    spaces: Object.fromEntries(Object.entries(told.spaces).map(([name, bytes]) => [name, inMib(bytes)])),
  };
};

const anonymousMib = (pid: number): number => {
  try {
    return Number(/RssAnon:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
};

/** What PostgreSQL's processes hold for themselves, together, and the largest of them; on Linux alone. */
export const backendsOf = (pids: number[]) => {
  const each = pids.map(anonymousMib);
  const round = (mib: number): number => Math.round(mib * 10) / 10;
  return {
    backends: pids.length,
    backendMib: round(each.reduce((sum, one) => sum + one, 0)),
    largestMib: round(Math.max(0, ...each)),
  };
};
