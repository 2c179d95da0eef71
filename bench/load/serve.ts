import type { RequestName, Requests } from "./requests.ts";

type Handlers = { [Name in RequestName]: (input: Requests[Name]["input"]) => Promise<Requests[Name]["answer"]> };

/** Answers what the parent asks, as far as it is known here. */
export const serve = (handlers: Partial<Handlers>): void => {
  process.on("message", async ({ name, input }: { name: RequestName; input: never }) => {
    try {
      const handle = handlers[name];
      if (!handle) throw new Error(`nobody can ${name} here`);
      process.send?.({ answer: await handle(input) });
    } catch (error) {
      process.send?.({ error: String(error) });
    }
  });
};
