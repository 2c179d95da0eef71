import type { AuditAction, AuditDetails, AuditSubject } from "#lib/contract/audit.ts";
import type { EventPayload, ServerEventName } from "#lib/contract/events.ts";
import type { DeadJob, JobName, JobPayload } from "#lib/contract/jobs.ts";
import type { RateName } from "#lib/contract/limits.ts";
import type { LabelsOf, MetricNameOf, Readings } from "#lib/contract/metrics.ts";
import type { PresenceChoice } from "#lib/contract/presence.ts";
import type { PulseSample } from "#lib/contract/pulse.ts";
import type { AppPushService, PushPayload } from "#lib/contract/push.ts";
import type { Db } from "#lib/db/client.ts";

export type Clock = () => Date;
export type NewId = () => string;

export type Log = {
  debug: (fields: object, message: string) => void;
  info: (fields: object, message: string) => void;
  warn: (fields: object, message: string) => void;
  error: (fields: object, message: string) => void;
  /** Does it; every line that it and what it starts put down carries an id of its own, as one request. */
  during: <Result>(work: () => Result) => Result;
  /** The id of the request under way; a new one outside of any. */
  requestId: () => string;
};

/** What `lib/contract/metrics.ts` names. Counting takes no time worth speaking of, and never fails. */
export type Metrics = {
  count: <Name extends MetricNameOf<"counter">>(name: Name, labels: LabelsOf<Name>, by?: number) => void;
  observe: <Name extends MetricNameOf<"histogram">>(name: Name, value: number, labels: LabelsOf<Name>) => void;
  /** `read` is asked whenever somebody looks; when it fails, what it reads is absent. */
  watch: (read: () => Promise<Readings>) => void;
};

/** Ends a piece of work in a trace, once. Attributes are from closed lists, as labels are. */
export type Span = { end: (attributes: Record<string, string | number>, hasFailed?: boolean) => void };
export type Tracer = {
  /** Does it as the beginning of a trace. */
  begin: <Result>(name: string, work: (span: Span) => Result) => Result;
  /** Does it as a part of the trace that is under way; outside of any, nothing is traced. */
  within: <Result>(name: string, work: (span: Span) => Result) => Result;
};

/** Exactly one of the two is called once it is known whether it was stored. */
export type Expulsion = { keep: () => void; undo: () => void };

/** Tells live sockets. Called after the commit, by services only; news is a hint, the database is the truth. */
export type Publisher = {
  toConversation: <Name extends ServerEventName>(
    conversationId: string,
    event: Name,
    payload: EventPayload<Name>,
    /** `among`: only these, who were in it when that was stored; whoever has come or gone since then hears nothing of it. */
    reach?: { socketId?: string | undefined; userIds?: string[]; among?: string[] },
  ) => void;
  /** How many sockets of this node hear the conversation. */
  hearersOf: (conversationId: string) => number;
  /** Once to each socket, however many of the conversations it is in. */
  toConversations: <Name extends ServerEventName>(
    conversationIds: string[],
    event: Name,
    payload: EventPayload<Name>,
    except: { userIds: string[] },
  ) => void;
  toUser: <Name extends ServerEventName>(userId: string, event: Name, payload: EventPayload<Name>) => void;
  /** To those of a person's sockets that hear the conversation: nothing of it to who is no longer in it. */
  toMember: <Name extends ServerEventName>(
    userId: string,
    conversationId: string,
    event: Name,
    payload: EventPayload<Name>,
  ) => void;
  /** To whoever watches the listing. */
  toWatchers: <Name extends ServerEventName>(listingId: string, event: Name, payload: EventPayload<Name>) => void;
  /** To everybody who is signed in. */
  toEverybody: <Name extends ServerEventName>(event: Name, payload: EventPayload<Name>) => void;
  /** To everybody who decides on reports. */
  toModerators: <Name extends ServerEventName>(event: Name, payload: EventPayload<Name>) => void;
  /** To the admins who look at how the house is. */
  toDesk: <Name extends ServerEventName>(event: Name, payload: EventPayload<Name>) => void;
  /** From now on the live sockets of these people hear the conversation. */
  admit: (userIds: string[], conversationId: string) => void;
  /**
   * From now on no socket of theirs hears it, nor one that is just connecting; on other nodes a moment later, so what is stored is told
   * `among` its members. The one thing to be done before the commit.
   */
  expel: (userIds: string[], conversationId: string) => Expulsion;
  /** Tells the sockets of a session that it has ended, and closes them. */
  endSession: (sessionId: string, reason: string) => void;
  /** Tells the sockets of a person why, and closes them. */
  endUser: <Name extends ServerEventName>(userId: string, event: Name, payload: EventPayload<Name>) => void;
};

/** A connection that is open. */
export type LiveSocket = { userId: string; sessionId: string; since: Date; transport: "websocket" | "polling" };

/** What a process can tell of itself without asking anybody. */
export type Vitals = {
  read: () => Pick<PulseSample, "connections" | "people" | "eventLoopMs" | "pool">;
  sockets: () => LiveSocket[];
  /** What the machine is called that it runs on. */
  node: string;
  /** Whether any admin looks at it now. */
  isWatched: () => boolean;
};

export type RateLimits = {
  /** @throws {Failure} rate_limited with the exact `retryAfterMs` */
  take: (rate: RateName, key: string) => Promise<void>;
  /** Forgets what a key has used: a right password clears the wrong ones before it. */
  forgive: (rate: RateName, key: string) => Promise<void>;
};

export type DeviceState = { status: PresenceChoice; activity?: string | undefined };

/** What a person's devices said before a change of one of them, and after it. */
export type PresenceTurn = { before: DeviceState[]; after: DeviceState[] };

/** Which sockets of whom are connected, and what each says. One's own sockets are known at once, those of other nodes as far as they can be. */
export type PresenceStore = {
  /** Ends that they linger, in the same moment; `lingered` says whether they did. */
  put: (userId: string, socketId: string, state: DeviceState) => Promise<PresenceTurn & { lingered: boolean }>;
  /** The same for a socket that is there. What it said just before it closed may come after it is gone: that resolves to nothing. */
  update: (userId: string, socketId: string, state: DeviceState) => Promise<PresenceTurn | undefined>;
  /** From then on they linger: whoever comes back now has never been away. `mark` names this one time. */
  remove: (userId: string, socketId: string, mark: string) => Promise<PresenceTurn>;
  /** Every socket of one person. */
  devices: (userId: string) => Promise<DeviceState[]>;
  /** Whether somebody has had a device a moment ago; of no meaning while they have one. */
  lingers: (userId: string) => Promise<boolean>;
  /** They have not come back. Resolves to whether that time still lasted: somewhere they may have come back, and gone again. */
  leave: (userId: string, mark: string) => Promise<boolean>;
};

export type PasswordHasher = {
  hash: (password: string) => Promise<string>;
  /** Takes as long for an absent hash as for a wrong password. */
  matches: (hash: string | undefined, password: string) => Promise<boolean>;
};

/** Signs what leaves the house with Ed25519. */
export type TranscriptSigner = { publicKey: string; sign: (text: string) => string };

export type AccessTokens = {
  issue: (claims: { userId: string; sessionId: string }) => Promise<{ token: string; expiresAt: Date }>;
  /** Resolves to nothing for a token that is malformed, forged, expired or for something else. */
  verify: (token: string) => Promise<{ userId: string; sessionId: string; expiresAt: Date } | undefined>;
};

/** `id` is the same in every try to send it: what gets it twice can tell. */
export type Mail = {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where a mail program can turn off such mails with one POST (RFC 8058). */
  unsubscribe?: string;
  /** A calendar entry that mail programs offer to take over (RFC 6047). */
  calendar?: { method: "REQUEST" | "CANCEL"; content: string };
};

export type Mailer = {
  /** Hands a mail over, one try. @throws {Error} when that failed; what it says names nobody */
  send: (mail: Mail) => Promise<void>;
};

type JobOptions = {
  /** Not before then, by the database's clock; absent: at once. */
  runAt?: Date;
  /** Takes the place of the job of this key that still waits. */
  key?: string;
  /** The smaller, the sooner; 0 unless said otherwise. */
  priority?: number;
};

export type JobCount = { name: JobName; state: "due" | "later" | "running" | "dead"; count: number };

export type JobQueue = {
  /** Puts a job down in the transaction of its cause: it is there once that is committed, and only then. */
  add: <Name extends JobName>(db: Db, name: Name, payload: JobPayload<Name>, options?: JobOptions) => Promise<void>;
  /**
   * The same for many at once, in one statement. One that takes the place of another keeps its time: what comes again and again is
   * not put off by that. Of those in one `lane` no two run at once, anywhere.
   */
  addKeyed: <Name extends JobName>(
    db: Db,
    name: Name,
    wanted: { key: string; payload: JobPayload<Name>; lane?: string }[],
    runAt: Date,
  ) => Promise<void>;
  /** Those tried for the last time, newest first, from behind the job `cursor` on. */
  dead: (db: Db, page: { cursor: string | undefined; limit: number }) => Promise<DeadJob[]>;
  /** Resolves to false when no dead job has this id. */
  revive: (db: Db, id: string) => Promise<boolean>;
  /** Forgets a dead job. Resolves to false when none has this id. */
  drop: (db: Db, id: string) => Promise<boolean>;
  /** How many jobs there are of each kind in each state, and for how many seconds the oldest has been due. */
  census: (db: Db) => Promise<{ jobs: JobCount[]; oldestDueSeconds: number }>;
  /** Forgets dead jobs that failed before then. */
  dropDead: (db: Db, before: Date) => Promise<void>;
};

/** What was done with the power of an admin: to what, by whom. `details` holds nothing that a person wrote. */
export type AuditEntry = {
  /** Null: the system itself. */
  actorId: string | null;
  action: AuditAction;
  subjectType: AuditSubject;
  subjectId: string;
  details: AuditDetails;
};

export type AuditLog = {
  /**
   * Puts an entry down in the transaction of what it tells of: it stands once that is committed, and only then. Until then nobody
   * else can write one, so it is the last thing in its transaction.
   */
  write: (db: Db, entry: AuditEntry) => Promise<void>;
};

/** What the last entry was at some time: all before it is bound to its hash. */
export type AuditHead = { seq: number; hash: string; at: string };

/** Heads of the audit log, signed and kept outside the database: they tell when its end is cut off, or all of it is written anew. */
export type AuditHeads = {
  /** Kept once it resolves. */
  append: (head: AuditHead) => Promise<void>;
  /** All, the oldest first. A line that is none of ours, or was changed, comes without a head. */
  all: () => AsyncIterable<{ line: number; head: AuditHead | undefined }>;
};

/** Where one browser is told: an address of its push service, and the keys that only that browser can read with. */
export type BrowserTarget = { endpoint: string; p256dh: string; auth: string };
/** Where one device is told; what is for an app, its service can read. */
export type PushTarget = ({ service: "web" } & BrowserTarget) | { service: AppPushService; token: string };
/** `urgent`: a phone that saves its battery is woken all the same. */
export type PushNote = { payload: PushPayload; urgent: boolean; ttlSeconds: number };

export type Push = {
  /** What browsers subscribe with, base64url. */
  publicKey: string;
  /** Whether an address may be one of a push service: never one within our own network. */
  accepts: (endpoint: string) => boolean;
  /** Whether apps of that service can be told here. */
  serves: (service: AppPushService) => boolean;
  /** Hands it over, one try. Resolves to `gone` when there is no such device any more. @throws {Error} that names no address */
  send: (target: PushTarget, note: PushNote) => Promise<"taken" | "gone">;
};

/** A job as its handler sees it. `id` is the same in every try: the key of its effect. */
export type JobRun = { id: string; attempt: number };

export type ByteRange = { start: number; end: number };

/** Files by key: what goes in under a key comes out of it unchanged. A key is a path like `photos/<id>.webp`. */
export type BlobStore = {
  /** There once it resolves, or not at all. @throws {Failure} unavailable when there is no room for it */
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** How many bytes there are; nothing when there are none. */
  size: (key: string) => Promise<number | undefined>;
  /** Resolves to nothing when there is none. `range`: of its bytes, both ends inclusive and within it; `size` is of the whole. */
  open: (key: string, range?: ByteRange) => Promise<{ size: number; chunks: AsyncIterable<Uint8Array> } | undefined>;
  /** What is not there needs no removing. */
  remove: (keys: string[]) => Promise<void>;
};

/** A picture as it is kept, in two sizes: nothing in it but what is seen. */
export type KeptPicture = { full: Uint8Array; small: Uint8Array };

/** The same of a message, with what stands in its place until it is there. */
export type AttachedPicture = KeptPicture & { width: number; height: number; placeholder: string };

export type Pictures = {
  /** @throws {Failure} validation_failed for what is no picture, or too large a one to show */
  convert: (bytes: Uint8Array) => Promise<KeptPicture>;
  /** A picture of a message; of what moves, the first frame. @throws {Failure} validation_failed as above */
  attach: (bytes: Uint8Array) => Promise<AttachedPicture>;
  /** A picture of a preview, small. @throws {Failure} validation_failed as above */
  shrink: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** The middle of a picture, square and small, for who or what bears a name. @throws {Failure} validation_failed as above */
  square: (bytes: Uint8Array) => Promise<Uint8Array>;
};

/** Files that are still coming, by the id of their upload. */
export type PartialFiles = {
  create: (id: string) => Promise<void>;
  /** How much is there; nothing where there is no such file. */
  size: (id: string) => Promise<number | undefined>;
  /**
   * Puts what comes behind the first `offset` bytes, as it comes: what is there when it breaks off stays. Resolves to how much is there.
   * @throws {Failure} unavailable when there is no room for it
   */
  append: (id: string, offset: number, chunks: AsyncIterable<Uint8Array>) => Promise<number>;
  read: (id: string) => Promise<Uint8Array>;
  /** What is not there needs no removing. */
  remove: (ids: string[]) => Promise<void>;
};

/** Looks for what does harm in a file. */
export type FileScanner = {
  /** @throws {Failure} unavailable when nobody has looked */
  isClean: (bytes: Uint8Array) => Promise<boolean>;
};

/** What a page says of itself, as it says it; its picture as it came. */
export type LinkedPage = { title: string; description: string; siteName: string; picture: Uint8Array | null };

/** Looks at pages of the public net, within bounds of time and size. */
export type LinkReader = {
  /** Resolves to nothing for what cannot be read, or must not be. Never fails. */
  read: (url: string) => Promise<LinkedPage | undefined>;
};
