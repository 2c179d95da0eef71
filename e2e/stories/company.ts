import type { Browser, BrowserContextOptions } from "@playwright/test";
import { v7 } from "uuid";
import { baseUrl, newcomer, type Visitor } from "./visitor.ts";

const headers = (): Record<string, string> => ({ origin: baseUrl() });

/** Opens a conversation with somebody, without the page. Resolves to its id. */
const opens = async ({ page }: Visitor, other: { id: string }): Promise<string> => {
  const answer = await page.request.post("/api/conversations", { data: { userId: other.id }, headers: headers() });
  return (await answer.json()).id;
};

/** Alice, who shares a conversation with Bob and one with Carol; each stands in the inbox. */
export const company = async (browser: Browser, options: BrowserContextOptions = {}) => {
  const [alice, bob, carol] = [
    await newcomer(browser, "Alice", "student", options),
    await newcomer(browser, "Bob", "landlord", options),
    await newcomer(browser, "Carol", "student", options),
  ];
  const people = [alice, bob, carol];
  await alice.visitor.comesIn(alice.account);
  const withBob = await opens(alice.visitor, bob);
  const withCarol = await opens(alice.visitor, carol);
  for (const { visitor, account } of people.slice(1)) await visitor.comesIn(account);
  return {
    alice: alice.visitor,
    bob: bob.visitor,
    carol: carol.visitor,
    withBob,
    withCarol,
    /** Makes a group of the three as Alice, without the page. */
    makesGroup: async (title: string): Promise<string> => {
      const data = { kind: "group", title, userIds: [bob.id, carol.id] };
      return (await (await alice.visitor.page.request.post("/api/conversations", { data, headers: headers() })).json()).id;
    },
    complaints: (): string[] => people.flatMap(({ visitor }) => visitor.complaints),
    leave: async (): Promise<void> => {
      for (const { visitor } of people) await visitor.context.close();
    },
  };
};

/** Says it over HTTP: where much has been said, a page would take too long to write it. */
export const says = async ({ page }: Visitor, conversationId: string, content: string): Promise<void> => {
  const data = { messageId: v7(), content };
  const answer = await page.request.post(`/api/conversations/${conversationId}/messages`, { data, headers: headers() });
  if (!answer.ok()) throw new Error(`not said: ${await answer.text()}`);
};
