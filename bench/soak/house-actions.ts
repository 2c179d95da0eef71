import { day } from "../../e2e/harness/homes.ts";
import { filesAt } from "../../e2e/harness/uploads.ts";
import { slot } from "../../e2e/harness/viewings.ts";
import { type Actions, draw, expectStatus, says } from "./action.ts";

/** What people do beside talking. */
export const houseActions: Actions = {
  "watch a home": {
    weight: 0.5,
    run: async ({ one, home }) => {
      const who = one();
      await who.does("listing:watch", { listingId: home.listingId });
      if (Math.random() < 0.5) await who.does("listing:unwatch", { listingId: home.listingId });
    },
  },
  "look for homes": { weight: 0.5, run: ({ one }) => expectStatus(one().http("/api/listings"), 200) },
  "ask for a viewing": {
    weight: 0.2,
    run: async ({ one, home }) => {
      const who = one();
      const ask = { listingId: home.listingId, kind: "on_site", slots: [slot(24), slot(48)], despiteOverlap: true };
      const { status, body } = await who.http<{ id: string }>("/api/viewings", "POST", ask);
      if (status >= 300) throw new Error(`answered with ${status}`);
      await expectStatus(who.http(`/api/viewings/${body.id}/cancel`, "POST", { reason: "other" }), 200);
    },
  },
  "ask for a room": {
    weight: 0.2,
    run: async ({ one, home }) => {
      const who = one();
      const ask = { roomId: draw(home.roomIds), from: day(2), to: day(180) };
      const { status, body } = await who.http<{ id: string }>("/api/bookings", "POST", ask);
      if (status >= 300) throw new Error(`answered with ${status}`);
      await expectStatus(who.http(`/api/bookings/${body.id}/withdraw`, "POST", {}), 200);
    },
  },
  "send a picture": {
    weight: 0.3,
    run: async ({ one, url, pictures }) => {
      const who = one();
      const asker = { tokens: { accessToken: await who.token() } } as never;
      const { status, id } = await filesAt(url).uploads(asker, who.room, "room.jpg", draw(pictures));
      if (status >= 300) throw new Error(`answered with ${status}`);
      await says(who, who.room, { kind: "image", attachmentIds: [id] });
      await filesAt(url).reads(asker, id, { part: "/thumbnail" });
    },
  },
  "read notifications": { weight: 1, run: ({ one }) => expectStatus(one().http("/api/notifications"), 200) },
  pin: {
    weight: 1,
    run: async ({ one }) => {
      const who = one();
      for (const pinned of [true, false])
        await expectStatus(who.http(`/api/conversations/${who.room}`, "PATCH", { pinned }), 200);
    },
  },
  mute: {
    weight: 1,
    run: async ({ one }) => {
      const who = one();
      await who.does("mute:conversation", { conversationId: who.room });
      await who.does("unmute:conversation", { conversationId: who.room });
    },
  },
  block: {
    weight: 0.5,
    run: async ({ one }) => {
      const who = one();
      await who.does("block:user", { userId: who.other, conversationId: who.room });
      await who.does("unblock:user", { userId: who.other, conversationId: who.room });
    },
  },
  "make a group": {
    weight: 0.2,
    run: async ({ one }) => {
      const who = one();
      const made = await who.http<{ id: string }>("/api/conversations", "POST", {
        kind: "group",
        title: "Rook House",
        userIds: [who.other],
      });
      if (made.status !== 201) throw new Error(`answered with ${made.status}`);
      const at = `/api/conversations/${made.body.id}`;
      await says(who, made.body.id);
      await expectStatus(who.http(at, "PATCH", { title: "Rook House, upstairs" }), 200);
      await expectStatus(who.http(`${at}/members/${who.other}`, "DELETE"), 200, 204);
      await expectStatus(who.http(`${at}/members/${who.id}`, "DELETE"), 200, 204);
    },
  },
  "save a transcript": {
    weight: 0.1,
    run: async ({ one, url }) => {
      const who = one();
      const headers = { authorization: `Bearer ${await who.token()}` };
      const answer = await fetch(`${url}/api/conversations/${who.room}/export?format=${draw(["html", "json"])}`, { headers });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`answered with ${answer.status}`);
    },
  },
  report: {
    weight: 0.1,
    run: async ({ one }) => {
      const who = one();
      await expectStatus(
        who.http("/api/reports", "POST", { conversationId: who.room, userId: who.other, reason: "spam" }),
        200,
        201,
      );
    },
  },
  "change preferences": {
    weight: 0.2,
    run: async ({ one }) => {
      const who = one();
      for (const readReceipts of [false, true]) await expectStatus(who.http("/api/preferences", "PATCH", { readReceipts }), 200);
    },
  },
  "look after the house": {
    weight: 0.3,
    run: async ({ admin, url }) => {
      const path = draw(["connections", "jobs?state=dead", "audit", "users?q=person", "reports", "held", "rules"]);
      await expectStatus(admin.http(`/api/admin/${path}`), 200);
      const metrics = await fetch(`${url}/api/metrics`);
      await metrics.text();
    },
  },
};
