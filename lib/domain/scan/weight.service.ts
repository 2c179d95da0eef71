import type { RuleWeights } from "#lib/contract/scan.ts";
import type { Database } from "#lib/db/client.ts";
import { createTurns } from "../turns.ts";
import { findTuned } from "./rule.reader.ts";
import type { WeightsOf } from "./scan.policy.ts";

/** What the rules weigh in this process: a message is judged without asking the database. */
export const createWeightService = ({ database }: { database: Database }) => {
  const turns = createTurns();
  let tuned = new Map<string, RuleWeights>();
  const weightsOf: WeightsOf = (rule) => tuned.get(rule.id) ?? rule.weights;

  return {
    weightsOf,
    /** Takes over what is stored. One after the other, so that the last word is never an older one. */
    load: (): Promise<void> =>
      turns.take("weights", async () => {
        const found = await database.read(findTuned);
        tuned = new Map([...found].map(([rule, { weights }]) => [rule, weights]));
      }),
  };
};
export type WeightService = ReturnType<typeof createWeightService>;
