import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * postgres.js 3.4.9 ends the whole process when a line breaks between a query and its write (porsager/postgres#1154, #1208: mended
 * upstream in no release yet), and keeps what it has not written for the next line, which then never opens. What PostgreSQL no longer
 * has prepared as it was, it asks again by itself: behind what else is on its way, whose answer it may take for its own, and with
 * parameters that are written twice (`true` becomes `false`). It only forgets it now, and tells. A query that cannot be written (a parameter
 * is undefined) behind others on their way fails another one of these, and neither it nor the connection is ever heard of again. And its queues keep a place for each
 * connection that was ever taken out, and each query looks through all of these: after 240,000 it took twice the processor's time. So the
 * bundle takes it in, mended. A text that is no longer there exactly once fails the build.
 */
const CONNECTION = [
  {
    find: `    const x = socket.write(chunk, fn)
    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    return x`,
    replace: `    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    nextWriteTimer = null
    const bytes = chunk
    chunk = null
    if (socket) return socket.write(bytes, fn)
    error(Errors.connection("CONNECTION_CLOSED", options))
    return false`,
  },
  {
    find: `    incomings = null
    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)`,
    replace: `    incomings = null
    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener('data', data)`,
  },
  {
    find: `          : query.prepared && retryRoutines.has(errorResponse.routine)
            ? retry(query, errorResponse)
            : errored(errorResponse)`,
    replace: `          : (query.prepared && /^(0A|26|42)/.test(errorResponse.code) && delete statements[query.signature],
            errored(errorResponse))`,
  },
  {
    find: `      sent.length === 0 && write(Sync)
      errored(error)
      return true`,
    replace: `      if (query === q) {
        write(Sync)
        errored(error)
      } else {
        sent.remove(q)
        queryError(q, error)
      }
      return true`,
  },
];
const QUEUE = [
  {
    find: `      const out = xs[index++]

      if (index === xs.length) {
        index = 0
        xs = []
      } else {
        xs[index - 1] = undefined
      }

      return out`,
    replace: "      return xs.shift()",
  },
];
const MENDS = { "connection.js": CONNECTION, "queue.js": QUEUE };

/** @throws {Error} when a text is not there exactly once */
export const mend = (file, source) =>
  MENDS[file].reduce((text, { find, replace }) => {
    const parts = text.split(find);
    if (parts.length !== 2) throw new Error(`postgres.js has changed: look whether it still has to be mended.\n${find}`);
    return parts.join(replace);
  }, source);

/** For esbuild. */
export const mendedPostgres = {
  name: "mended-postgres",
  setup: ({ onResolve, onLoad }) => {
    const entry = fileURLToPath(import.meta.resolve("postgres"));
    onResolve({ filter: /^postgres$/ }, () => ({ path: entry }));
    onLoad({ filter: /[\\/]postgres[\\/]src[\\/](connection|queue)\.js$/ }, async ({ path: file }) => ({
      contents: mend(path.basename(file), await fs.promises.readFile(file, "utf8")),
      loader: "js",
      resolveDir: path.dirname(file),
    }));
  },
};
