/** What the process that makes the load is asked for, and what it answers. */
/** Who takes it, as the server asks for it, and where they speak. */
export type Seat = { auth: { token: string; rooms?: string[] }; room: string };

export type Quantiles = { p50: number; p95: number; p99: number; max: number };

export type ConnectAnswer = { connected: number; seconds: number; refusals: number };
export type SendAnswer = {
  sent: number;
  acked: number;
  refused: number;
  /** Of each message to each other member of its room. */
  expected: number;
  delivered: number;
  /** Milliseconds after the time at which it was meant to be sent. */
  delivery: Quantiles;
  ack: Quantiles;
};
/** Seconds until so many were back, or the whole time where they never were; and how often somebody was told to come later. */
type StormAnswer = { share95: number; all: number; back: number; refusals: number };

/** Frames or answers of a kind: how many, and their bytes on the line and unpacked. */
export type Weight = { frames: number; line: number; text: number };
/** What is done again and again by two in a conversation, and by somebody with many. */
export type Deed =
  | "send"
  | "greeting, 50 cursors"
  | "greeting, none"
  | "sync"
  | "page, plain"
  | "page, packed"
  | "list, plain"
  | "list, packed";
/** What people of one group do. */
export type Scene =
  | "one message, read by all within 2 s"
  | "ten messages in 10 s, half read on sight"
  | "one types for 9 s"
  | "twenty type for 9 s";
export type Asked = { url: string; seat: Seat };
type Cursors = Record<string, number>;

export type Requests = {
  /** Connects a socket for each seat, `atOnce` at a time; those who are told to come back do so. */
  connect: { input: { url: string; seats: Seat[]; atOnce: number }; answer: ConnectAnswer };
  /** Sends at random times, so many a second on average, from a random seat to its room. */
  send: { input: { rate: number; seconds: number; receivers: number }; answer: SendAnswer };
  /** Sends one message, waits for its answer, sends the next. */
  one: { input: { count: number }; answer: SendAnswer };
  /** Cuts every line at once, without a farewell, and waits until all are back. */
  storm: { input: { seconds: number }; answer: StormAnswer };
  /** Seats two who talk and one with many conversations: what a client of theirs holds, and one that has missed much; a page of their history. */
  settle: {
    input: { url: string; pair: [Seat, Seat]; busy: Seat; held: Cursors; missed: Cursors; page: string };
    answer: object;
  };
  /** Does it so often, one after the other. Answers how long one took, and what came over the line. */
  repeat: { input: { deed: Deed; count: number }; answer: { ms: number; weights: Record<string, Weight> } };
  /** People of a group come within ten seconds. Answers how often each event came to any of them. */
  gather: { input: { url: string; seats: Seat[] }; answer: Record<string, number> };
  /** They do this; the same answer. */
  scene: { input: { name: Scene }; answer: Record<string, number> };
  /** Takes its leave of the server. */
  leave: { input: object; answer: object };
};
export type RequestName = keyof Requests;
