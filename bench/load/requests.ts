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

export type Requests = {
  /** Connects a socket for each seat, `atOnce` at a time; those who are told to come back do so. */
  connect: { input: { url: string; seats: Seat[]; atOnce: number }; answer: ConnectAnswer };
  /** Sends at random times, so many a second on average, from a random seat to its room. */
  send: { input: { rate: number; seconds: number; receivers: number }; answer: SendAnswer };
  /** Sends one message, waits for its answer, sends the next. */
  one: { input: { count: number }; answer: SendAnswer };
  /** Cuts every line at once, without a farewell, and waits until all are back. */
  storm: { input: { seconds: number }; answer: StormAnswer };
  /** Takes its leave of the server. */
  leave: { input: object; answer: object };
};
export type RequestName = keyof Requests;
