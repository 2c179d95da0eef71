import { v7 } from "uuid";
import { drawText } from "../load/texts.ts";
import { type Actions, draw, expectStatus, lastOf, says } from "./action.ts";

const REACTIONS = ["👍", "🎉", "❤️"];

/** What passes between two people. */
export const talkActions: Actions = {
  send: { weight: 20, run: ({ one }) => says(one()) },
  "send to the group": { weight: 1, run: ({ one, group }) => says(one(), group) },
  "send over http": {
    weight: 1,
    run: async ({ one }) => {
      const who = one();
      await expectStatus(
        who.http(`/api/conversations/${who.room}/messages`, "POST", { messageId: v7(), content: drawText() }),
        200,
        201,
      );
    },
  },
  edit: {
    weight: 3,
    run: async ({ one }) => {
      const who = one();
      await says(who);
      await who.does("message:edit", { conversationId: who.room, messageId: await lastOf(who), content: drawText() });
    },
  },
  delete: {
    weight: 1,
    run: async ({ one }) => {
      const who = one();
      const messageId = await lastOf(who);
      who.said.length = 0;
      await who.does("message:delete", { conversationId: who.room, messageId });
    },
  },
  react: {
    weight: 4,
    run: async ({ one }) => {
      const who = one();
      const about = { conversationId: who.room, messageId: await lastOf(who), emoji: draw(REACTIONS) };
      await who.does("message:react", { ...about, op: "add" });
      if (Math.random() < 0.5) await who.does("message:react", { ...about, op: "remove" });
    },
  },
  read: { weight: 8, run: ({ one }) => one().reads("message:read") },
  acknowledge: { weight: 4, run: ({ one }) => one().reads("message:ack") },
  type: {
    weight: 4,
    run: async ({ one }) => {
      const who = one();
      await who.does("typing:start", { conversationId: who.room });
      if (Math.random() < 0.7) await who.does("typing:stop", { conversationId: who.room });
    },
  },
  sync: {
    weight: 3,
    run: async ({ one }) => {
      const who = one();
      await who.does("session:sync", { cursors: who.client.cursors });
    },
  },
  "page of history": {
    weight: 4,
    run: async ({ one }) => {
      const who = one();
      const around = draw(["", "&before=20", "&after=3", "&around=10"]);
      await expectStatus(who.http(`/api/conversations/${who.room}/messages?limit=50${around}`), 200);
    },
  },
  list: { weight: 3, run: ({ one }) => expectStatus(one().http("/api/conversations"), 200) },
  search: { weight: 2, run: ({ one }) => expectStatus(one().http(`/api/search?q=${draw(drawText().split(" "))}%20`), 200) },
  presence: {
    weight: 2,
    run: async ({ one }) => {
      const who = one();
      await who.does("presence:update", { status: draw(["online", "away", "busy"]) });
      await who.does("presence:get", { userIds: [who.other] });
    },
  },
};
