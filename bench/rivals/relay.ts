import { createHash } from "node:crypto";
import http from "node:http";
import { jwtVerify } from "jose";
import postgres from "postgres";
import { Server } from "socket.io";

/**
 * What the product is measured against: a Socket.IO server that checks a token and passes messages on. With `DATABASE_URL` it stores each
 * in a transaction of its own first, as it is usually done.
 */

const { PORT, AUTH_SECRET, DATABASE_URL } = process.env;
// The product's tokens, checked the same way.
const key = createHash("sha256").update(`access-token ${AUTH_SECRET}`).digest();
const sql = DATABASE_URL ? postgres(DATABASE_URL, { max: 10, onnotice: () => undefined }) : undefined;

type Sent = { conversationId: string; messageId: string; content: string };

const store = ({ conversationId, messageId, content }: Sent, userId: string) =>
  sql?.begin(async (tx) => {
    const members = await tx`select from participants
      where conversation_id = ${conversationId} and user_id = ${userId} and left_seq is null`;
    if (members.length === 0) throw new Error("not_participant");
    const [head] = await tx<
      { seq: number; at: Date }[]
    >`update conversations set last_seq = last_seq + 1, rev = rev + 1, active_at = now()
      where id = ${conversationId} returning last_seq as seq, active_at as at`;
    await tx`insert into messages (conversation_id, seq, id, rev, sender_id, kind, content)
      values (${conversationId}, ${head?.seq ?? 0}, ${messageId}, ${head?.seq ?? 0}, ${userId}, 'text', ${content})`;
    await tx`update participants set delivered_seq = ${head?.seq ?? 0}, read_seq = ${head?.seq ?? 0}
      where conversation_id = ${conversationId} and user_id = ${userId}`;
    return head;
  });

const server = http.createServer((request, response) => {
  // Where the one who measures asks whether it is up, and how much memory it takes.
  response.end(request.url === "/api/health" ? "ok" : "");
});
const io = new Server(server, { perMessageDeflate: false, httpCompression: false, serveClient: false });
io.use((socket, next) => {
  jwtVerify(socket.handshake.auth.token, key, { algorithms: ["HS256"] }).then(
    ({ payload }) => {
      socket.data.userId = payload.sub;
      next();
    },
    () => next(new Error("unauthenticated")),
  );
});
io.on("connection", async (socket) => {
  await socket.join(socket.handshake.auth.rooms ?? []);
  socket.on("message:send", async (message: Sent, answer) => {
    try {
      const stored = await store(message, socket.data.userId);
      const { conversationId, messageId, content } = message;
      const seq = stored?.seq ?? 0;
      const createdAt = (stored?.at ?? new Date()).toISOString();
      answer({ ok: true, data: { conversationId, messageId, seq, createdAt } });
      socket
        .to(conversationId)
        .emit("message:received", { conversationId, messageId, content, seq, createdAt, senderId: socket.data.userId });
    } catch {
      answer({ ok: false });
    }
  });
  socket.emit("session:ready", {});
});
server.listen(Number(PORT), "127.0.0.1");
