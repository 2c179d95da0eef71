import { SMTPServer } from "smtp-server";

/** A try that failed is followed by the next within seven seconds. */
const ARRIVAL_MS = 60_000;

export type ReceivedMail = {
  id: string;
  to: string[];
  from: string;
  raw: string;
  headers: string;
  text: string;
  token: string;
};

/** What MIME's quoted-printable stands for. */
const decode = (text: string): string =>
  text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const read = (raw: string, to: string[], from: string): ReceivedMail => {
  const headers = raw.slice(0, raw.indexOf("\r\n\r\n"));
  const text = decode(raw.slice(headers.length));
  const id = /^Message-ID: (.+)$/im.exec(headers)?.[1]?.trim() ?? "none";
  return { id, to, from, raw, headers, text, token: /#token=([\w-]+)/.exec(text)?.[1] ?? "none" };
};

type Options = {
  /** So many mails are turned away first. */
  refuse?: number;
  /** Where it listens; absent: on a free port. */
  port?: number;
  /** Called when a mail is there; it is acknowledged when that resolves. */
  pause?: () => Promise<void>;
};

/** A real SMTP server that keeps what it gets. */
export const startSmtpReceiver = async ({ refuse = 0, port = 0, pause = async () => undefined }: Options = {}) => {
  const mails: ReceivedMail[] = [];
  const watchers = new Set<() => void>();
  let left = refuse;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (left > 0) {
          left -= 1;
          done(new Error("come back later"));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        mails.push(read(Buffer.concat(chunks).toString("utf8"), to, mailFrom ? mailFrom.address : ""));
        for (const look of watchers) look();
        pause().then(() => done(), done);
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  // A sender that is killed over its mail resets the connection: with nobody to hear of it, that would end the tests.
  server.on("error", () => undefined);
  const address = server.server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");

  const to = (email: string, path: string): ReceivedMail[] =>
    mails.filter((mail) => mail.to.includes(email) && mail.text.includes(path));

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    to,
    /** Resolves to the `count`-th mail to somebody that leads to a path, whether it is there or still to come. */
    arrives: (email: string, path: string, count = 1) =>
      new Promise<ReceivedMail>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no mail ${count} to ${email} with ${path}`)), ARRIVAL_MS);
        const look = (): void => {
          const mail = to(email, path)[count - 1];
          if (!mail) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve(mail);
        };
        watchers.add(look);
        look();
      }),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
export type SmtpReceiver = Awaited<ReturnType<typeof startSmtpReceiver>>;
