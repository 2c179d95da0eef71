import { v5 } from "uuid";
import type { RuleTuning, ScanRequest, ScanResult, ScanRule, ScanRules } from "#lib/contract/scan.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { ContentJudge } from "../messages/content.policy.ts";
import type { AuditLog, Clock } from "../ports.ts";
import { countWarned, findTuned } from "./rule.reader.ts";
import { ruleTexts } from "./rule-texts.ts";
import { dropWeights, lockWeights, setWeights } from "./rule-weight.repository.ts";
import { type Rule, rules } from "./rules.ts";
import { FLOORS } from "./scan.policy.ts";
import type { WeightService } from "./weight.service.ts";

const WARNED_MS = 30 * 86_400_000;
/** The audit log knows what it is about by a UUID: that of a rule is made of its name. */
const RULES = "0a7c7a0e-6a8e-5b3d-9c1f-2f6f0d7b1e35";

type Deps = {
  database: Database;
  audit: AuditLog;
  content: Pick<ContentJudge, "scan">;
  weights: WeightService;
  /** How often readers said of each rule that it was wrong; absent where nobody counts it. */
  countContested: (db: Db) => Promise<Map<string, number>>;
  clock: Clock;
};

const floorOf = (wanted: (typeof FLOORS)[number]["outcome"]): number =>
  FLOORS.find(({ outcome }) => outcome === wanted)?.floor ?? 0;

/** The rules of the scan, for those who look after them. */
export const createRuleService = ({ database, audit, content, weights, countContested, clock }: Deps) => {
  const load = async (db: Db): Promise<ScanRule[]> => {
    const [tuned, warned, contested] = await Promise.all([
      findTuned(db),
      countWarned(db, new Date(clock().getTime() - WARNED_MS)),
      countContested(db),
    ]);
    const present = ({ id, weights: defaults }: Rule): ScanRule => ({
      rule: id,
      kind: id.slice(0, id.indexOf(".")),
      text: ruleTexts[id],
      weights: tuned.get(id)?.weights ?? defaults,
      defaults,
      tuned: tuned.get(id)?.tuned ?? null,
      warned: warned.get(id) ?? 0,
      contested: contested ? (contested.get(id) ?? 0) : null,
    });
    return rules.map(present);
  };

  return {
    /** @throws {Failure} forbidden */
    list: async (actor: Actor): Promise<ScanRules> => {
      assertAdmin(actor);
      const floors = { warn: floorOf("warn"), bounce: floorOf("bounce"), hold: floorOf("hold") };
      return { rules: await database.read(load), floors };
    },

    /** Holds from the next message on, here; other processes learn of it within seconds. @throws {Failure} forbidden, not_found */
    tune: async (actor: Actor, { rule: id, weights: wanted }: RuleTuning): Promise<ScanRule> => {
      assertAdmin(actor);
      const rule = rules.find((one) => one.id === id);
      if (!rule) throw fail("not_found");
      await database.write(async (db) => {
        const from = (await lockWeights(db, id)) ?? rule.weights;
        if (wanted) await setWeights(db, id, wanted, actor.userId);
        else await dropWeights(db, id);
        const details = { rule: id, from, to: wanted ?? rule.weights };
        await audit.write(db, {
          actorId: actor.userId,
          action: "rule.tuned",
          subjectType: "rule",
          subjectId: v5(id, RULES),
          details,
        });
      });
      await weights.load();
      const found = (await database.read(load)).find((one) => one.rule === id);
      if (!found) throw fail("not_found");
      return found;
    },

    /** What would become of a text, between strangers unless said otherwise. Nothing is kept of it. @throws {Failure} forbidden */
    try: async (actor: Actor, { content: text, stage, relation = "first_contact" }: ScanRequest): Promise<ScanResult> => {
      assertAdmin(actor);
      return content.scan(text, { stage, relation });
    },
  };
};
