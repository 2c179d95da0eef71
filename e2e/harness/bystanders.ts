import { expect } from "vitest";
import { disconnectAll, gather, request } from "./person.ts";

/** Two people who have nothing to do with what goes on beside them, and must not notice it. */
export const createBystanders = async (baseUrl: string) => {
  const { dora, emil } = await gather(baseUrl, "dora", "emil");
  const conversationId = await dora.opens(emil);
  let words = 0;
  return {
    /** The same process still serves the same sockets: they have no way to come back by themselves. */
    stillTalk: async (): Promise<void> => {
      words += 1;
      const { seq } = await dora.says(conversationId, `word ${words}`);
      await emil.device.hears("message:received", (message) => message.seq === seq);
      expect((await request(`${baseUrl}/api/health`)).status).toBe(200);
    },
    leave: (): void => disconnectAll(dora, emil),
  };
};
export type Bystanders = Awaited<ReturnType<typeof createBystanders>>;
