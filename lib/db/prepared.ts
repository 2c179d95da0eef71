import type { Sql } from "postgres";

/** Each connection keeps what it has prepared: past so many texts others go without. */
const PREPARED_MOST = 500;
/** Lists of many lengths are many texts that come once: so many are remembered, to know one that comes again. */
const SEEN_MOST = 2_000;

/** Says of each text whether it is to be prepared: from the second time on that it comes. */
const createTexts = () => {
  const seen = new Set<string>();
  const prepared = new Set<string>();
  return {
    isPrepared: (text: string): boolean => {
      if (prepared.has(text)) return true;
      if (!seen.delete(text)) {
        if (seen.size >= SEEN_MOST) seen.clear();
        seen.add(text);
        return false;
      }
      if (prepared.size >= PREPARED_MOST) return false;
      prepared.add(text);
      return true;
    },
  };
};
type Texts = ReturnType<typeof createTexts>;

const IS_ABORTED = "25P02";

/**
 * Statements of one transaction are on their way together: after one has failed the others are heard to fail too, and drizzle may tell
 * of one of these. The driver tells of the first instead, where it finds its own error: it is taken out of drizzle's.
 */
const unwrapAborted = (error: unknown): unknown => {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === IS_ABORTED ? cause : error;
};

type Work<Client> = (inner: Client) => Promise<unknown>;
type Open<Client> = (work: Work<Client>) => unknown;
type Given = Pick<Sql, "unsafe">;

/**
 * The same client, which has the database prepare each statement by its text. Drizzle asks for none (it would want a name for each
 * query): a statement with parameters was then parsed each time, and described in a turn of its own before it could be run.
 */
export const preparing = <Client extends Given>(client: Client, texts: Texts = createTexts()): Client => {
  const unsafe: Sql["unsafe"] = (text, parameters, options) =>
    client.unsafe(text, parameters, { ...options, prepare: texts.isPrepared(text) }) as never;
  const within = (open: Open<Client>) => (work: Work<Client>) =>
    open((inner) =>
      work(preparing(inner, texts)).catch((error: unknown) => {
        throw unwrapAborted(error);
      }),
    );
  return new Proxy(client, {
    get: (target, key) => {
      if (key === "unsafe") return unsafe;
      const value = Reflect.get(target, key) as unknown;
      return key === "begin" || key === "savepoint" ? within((value as Open<Client>).bind(target)) : value;
    },
  });
};
