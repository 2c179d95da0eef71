import { bundleWith, type Edit } from "./plant.ts";

const SENDER = "lib/domain/messages/message.sender.ts";
const RECEIPTS = "lib/domain/messages/receipt.service.ts";
const UNREAD = "lib/domain/conversations/unread.announcer.ts";
const CONNECTION = "lib/server/socket/connection.ts";

/** Where a process may die; whether what it was about is stored by then, where that is the question. */
export type KillPoint = { name: string; where: string; edit: Omit<Edit, "replace">; stored?: boolean };

export const killPoints: KillPoint[] = [
  {
    name: "K1",
    where: "the frame has come, nothing has begun",
    edit: { file: SENDER, find: "    const stored = await write(deps, transact, sends);" },
    stored: false,
  },
  {
    name: "K2",
    where: "the conversation is locked, nothing is written",
    edit: { file: SENDER, find: "    const plan = planSends(sends, facts, content.judge);" },
    stored: false,
  },
  {
    name: "K3",
    where: "all is on its way, and no COMMIT",
    edit: { file: SENDER, find: "    return { plan, ...written };" },
    stored: false,
  },
  {
    name: "K4",
    where: "committed, and nobody knows",
    edit: { file: SENDER, find: "    announce(stored);" },
    stored: true,
  },
  {
    name: "K5",
    where: "the others know, the sender does not",
    edit: { file: SENDER, find: "    return stored.plan.outcomes;" },
    stored: true,
  },
  {
    name: "K6",
    where: "the counts are read and not told",
    edit: { file: UNREAD, find: "    for (const { userId, conversationId, unread, isMentioned, lastSeq, total, at } of rows) {" },
    stored: true,
  },
  {
    name: "K7",
    where: "a socket has joined its rooms and read nothing",
    edit: { file: CONNECTION, find: "    const [status, answer, heldMessages] = await Promise.all([" },
  },
  {
    name: "K8",
    where: "a mark is held, and has not moved",
    edit: { file: RECEIPTS, find: '    if (!held) throw fail("not_participant");' },
  },
];

/** Whoever started the process arms it once it is up: one that dies before would count as one that never started. */
export const ARM = "SIGUSR2";

/** `KILL_AT=K3:20` ends the process, as by `kill -9`, when it passes K3 for the twentieth time after it was armed. */
const BANNER = `
const [killName, killPass] = (process.env.KILL_AT ?? ":").split(":");
let killPasses = 0;
let isArmed = false;
process.on("${ARM}", () => {
  isArmed = true;
});
globalThis.passKillPoint = (name) => {
  if (isArmed && name === killName && ++killPasses === Number(killPass)) process.kill(process.pid, "SIGKILL");
};`;

export const killEditsOf = (points: readonly KillPoint[]): Edit[] =>
  points.map(({ name, edit }) => ({ ...edit, replace: `    globalThis.passKillPoint("${name}");\n${edit.find}` }));

/** The server with these kill points in it; none is on without `KILL_AT`. */
export const bundleWithKillPoints = (name = "kill-points", points = killPoints): Promise<string> =>
  bundleWith(name, killEditsOf(points), BANNER);
