import { setTimeout as delay } from "node:timers/promises";
import { v7 } from "uuid";
import { signInByCookie } from "../../e2e/harness/browser-session.ts";
import { request } from "../../e2e/harness/person.ts";
import { openRawDevice } from "../../e2e/harness/raw-socket.ts";
import { type Actions, draw, expectStatus, says } from "./action.ts";
import type { World } from "./world.ts";

const HALF_READ_MS = 4_000;

const signIn = ({ url }: World, { email, password }: { email: string; password: string }) =>
  request<{ accessToken: string; refreshToken: string }>(`${url}/api/tokens`, { method: "POST", body: { email, password } });

/** How people come in, and go, and fail to. */
export const doorActions: Actions = {
  "sign in and out": {
    weight: 0.3,
    run: async (world) => {
      const { body } = await signIn(world, world.registered());
      const again = await request<{ accessToken: string }>(`${world.url}/api/tokens/refresh`, {
        method: "POST",
        body: { refreshToken: body.refreshToken },
      });
      const token = again.body.accessToken;
      await expectStatus(request(`${world.url}/api/sessions`, { token }), 200);
      await expectStatus(request(`${world.url}/api/tokens`, { method: "DELETE", token }), 204);
    },
  },
  "sign in with a wrong password": {
    weight: 0.1,
    run: async (world) => expectStatus(signIn(world, { email: `${v7()}@soak.test`, password: "not that one" }), 401),
  },
  register: { weight: 0.1, run: (world) => world.register() },
  "open a page": {
    weight: 0.3,
    run: async ({ url, cookie }) => {
      const path = draw(["/", "/sign-in", "/nowhere"]);
      const answer = await fetch(url + path, { headers: { cookie: cookie() }, redirect: "manual" });
      await answer.text();
    },
  },
  "sign in by the page": {
    weight: 0.1,
    run: async ({ url, registered, keepCookie }) => keepCookie(await signInByCookie(url, registered())),
  },
  "ask for nonsense": {
    weight: 2,
    run: async ({ one, url }) => {
      const who = one();
      const wrong: (() => Promise<unknown>)[] = [
        () => who.asks("message:send", { conversationId: who.room, messageId: "x", content: "" }),
        () => who.asks("message:send", { conversationId: v7(), messageId: v7(), content: "hello" }),
        () => who.asks("session:sync", { cursors: { x: -1 } }),
        () => who.http("/api/conversations?limit=-1"),
        () => who.http(`/api/conversations/${v7()}/messages`),
        () => who.http(`/api/nowhere-${v7()}`),
        () => request(`${url}/api/conversations`, { token: `no token ${v7()}` }),
        () => request(`${url}/api/tokens`, { method: "POST", body: `{"email": ${v7()}` }),
      ];
      await draw(wrong)();
    },
  },
  "ask for what there is not": { weight: 0.3, run: async ({ one }) => one().calls(`soak:${v7()}`) },
  "lose the line": { weight: 1.5, run: ({ one }) => one().losesTheLine() },
  "leave and come back": { weight: 1, run: ({ one }) => one().comesBack() },
  "come with another device": { weight: 1, run: ({ one }) => one().visits() },
  "come by polling": { weight: 0.3, run: ({ one }) => one().visits(["polling"]) },
  "come with a wrong token": { weight: 0.3, run: ({ one }) => one().isTurnedAway() },
  "read by half": {
    weight: 0.2,
    run: async ({ url, bystander, group, one }) => {
      const raw = await openRawDevice(url, await bystander().token());
      raw.socket.pause();
      await says(one(), group);
      await delay(HALF_READ_MS);
      raw.leaves();
    },
  },
  "come for the first time": { weight: 5, run: async ({ newcomer }) => newcomer().visits(["websocket"], says) },
};
