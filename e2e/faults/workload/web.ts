import type { Item } from "./outbox.ts";
import type { Reply } from "./send-tries.ts";

const ANSWER_MS = 5_000;

export type WebAnswer = { status: number; body: unknown };

/** HTTP as a device speaks it: nothing is thrown, and no answer in time is none at all. */
export const createWeb = (url: () => string, token: (not?: string) => Promise<string>) => {
  let refused: string | undefined;

  const ask = async (method: string, path: string, body?: unknown): Promise<WebAnswer | undefined> => {
    try {
      const bearer = await token(refused);
      const response = await fetch(`${url()}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${bearer}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        signal: AbortSignal.timeout(ANSWER_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (response.status === 401) refused = bearer;
      const text = await response.text();
      return { status: response.status, body: text === "" ? {} : JSON.parse(text) };
    } catch {
      // The line is down, or what came is no answer.
      return undefined;
    }
  };

  return {
    ask,
    send: async ({ conv, text }: Item, msgId: string): Promise<Reply | undefined> => {
      const answer = await ask("POST", `/api/conversations/${conv}/messages`, { messageId: msgId, content: text });
      if (!answer) return undefined;
      if (answer.status < 300) return { ok: true, data: answer.body } as Reply;
      return { ok: false, error: answer.body } as Reply;
    },
  };
};
