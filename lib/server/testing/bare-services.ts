import { v7 } from "uuid";
import type { ServerEventName } from "#lib/contract/events.ts";
import { createDatabase } from "#lib/db/client.ts";
import type { Publisher } from "#lib/domain/ports.ts";
import { createServices, type Deps } from "../services.ts";

export type Told = { to: string; event: ServerEventName; payload: unknown };

/** What no use case of a test needs: it says so when one does after all. */
const absent = <Port extends object>(name: string, present: Partial<Port> = {}): Port =>
  new Proxy(present, {
    get: (_, key) => Reflect.get(present, key) ?? (() => Promise.reject(new Error(`${name}.${String(key)} is not there`))),
  }) as Port;

const listening = (told: Told[]): Publisher => ({
  toConversation: () => undefined,
  hearersOf: () => 0,
  toConversations: () => undefined,
  toUser: (to, event, payload) => {
    told.push({ to, event, payload });
  },
  toMember: (to, _, event, payload) => {
    told.push({ to, event, payload });
  },
  toWatchers: (to, event, payload) => {
    told.push({ to, event, payload });
  },
  toEverybody: () => undefined,
  toModerators: () => undefined,
  toDesk: () => undefined,
  admit: () => undefined,
  expel: () => ({ keep: () => undefined, undo: () => undefined }),
  endSession: () => undefined,
  endUser: () => undefined,
});

/**
 * The real use cases over a real database, as one process has them, but without its doors, its queue and whatever else is
 * outside. `told` is what it has told people and watchers, `complaints` what it would have logged.
 */
export const openBareServices = (url: string, { maxConnections = 4, clock = () => new Date() } = {}) => {
  const database = createDatabase({ url, maxConnections });
  const told: Told[] = [];
  const complaints: object[] = [];
  const complain = (fields: object, message: string): void => {
    complaints.push({ ...fields, message });
  };
  const deps: Deps = {
    database,
    publish: listening(told),
    limits: absent("limits"),
    store: absent("store"),
    passwords: absent("passwords"),
    tokens: absent("tokens"),
    mailer: absent("mailer"),
    jobs: absent<Deps["jobs"]>("jobs", { add: async () => undefined, addKeyed: async () => undefined }),
    push: absent("push"),
    blobs: absent("blobs"),
    parts: absent("partial files"),
    pictures: absent("pictures"),
    scanner: absent("scanner"),
    freeBytes: () => Promise.resolve(Number.MAX_SAFE_INTEGER),
    links: absent("links"),
    auditHeads: absent("audit heads"),
    auditKey: "a key of a test",
    transcriptSigner: absent("transcript signer"),
    origin: "http://localhost",
    linkKey: "a key of a test",
    clock,
    newId: v7,
    meter: {
      metrics: absent("metrics"),
      lastMinute: () => ({ messages: 0, delivery: null, errors: 0 }),
      errorsOfHour: () => ({}),
    },
    vitals: absent("vitals"),
    metrics: { count: () => undefined, observe: () => undefined, watch: () => undefined },
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: complain,
      error: complain,
      during: (work) => work(),
      requestId: v7,
    },
  };
  return { services: createServices(deps), database, told, complaints, close: database.close };
};
export type BareServices = ReturnType<typeof openBareServices>;
