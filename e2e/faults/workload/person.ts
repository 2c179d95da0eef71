import { v7 } from "uuid";
import type { TokenPair } from "#lib/contract/accounts.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { request } from "../../harness/person.ts";

const TRIES = 20;
const RETRY_MS = 300;

/** Asks until there is an answer: setting up a run is not what is tested. */
const insist = async <Body>(ask: () => ReturnType<typeof request<Body>>): Promise<Body> => {
  for (let turn = 1; ; turn += 1) {
    const answer = await ask().catch(() => undefined);
    if (answer && answer.status < 300) return answer.body;
    if (turn >= TRIES) throw new Error(`no good answer: ${JSON.stringify(answer?.body)}`);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
};

/** Somebody with an account. `key` is the name in the history: `g1-alice`. */
export const createPerson = async (baseUrl: string, group: string, name: string) => {
  const key = `${group}-${name}`;
  const credentials = { email: `${key}.${v7()}@people.test`, password: `the password of ${key}` };
  const { id } = await insist<{ id: string }>(() =>
    request(`${baseUrl}/api/users`, { method: "POST", body: { ...credentials, name: key, role: "student" } }),
  );
  const signIn = (): Promise<TokenPair> =>
    insist<TokenPair>(() => request(`${baseUrl}/api/tokens`, { method: "POST", body: credentials }));

  let shared: Promise<TokenPair> | undefined;
  return {
    key,
    id,
    group,
    /** A session of one's own. Resolves to its access token. */
    freshToken: async (): Promise<string> => (await signIn()).accessToken,
    /** The token that this person's devices share. `not` names one that is good no longer. */
    token: async (not?: string): Promise<string> => {
      const current = await shared?.catch(() => undefined);
      if (!current || current.accessToken === not) shared = signIn();
      return (await (shared ?? signIn())).accessToken;
    },
    /** The direct conversation with somebody. Resolves to its id. */
    opens: async (other: { id: string }): Promise<string> => {
      const { accessToken } = await (shared ?? signIn());
      const ask = () =>
        request<ConversationSummary>(`${baseUrl}/api/conversations`, {
          method: "POST",
          body: { userId: other.id },
          token: accessToken,
        });
      return (await insist(ask)).id;
    },
  };
};
export type FaultPerson = Awaited<ReturnType<typeof createPerson>>;
