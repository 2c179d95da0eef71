import type { Metadata } from "next";
import { DeskHead } from "#components/admin/desk-head.tsx";
import { RuleDesk } from "#components/rules/rule-desk.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("rules");

export const metadata: Metadata = { title: t("title") };

const RulesPage = async () => {
  const actor = await member();
  // The layout tells anybody else that this page is not for them.
  if (actor.role !== "admin") return null;
  return (
    <>
      <DeskHead title={t("title")} lead={t("lead")} />
      <RuleDesk initial={await runtime().services.rules.list(actor)} />
    </>
  );
};

export default RulesPage;
