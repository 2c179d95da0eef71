import type { Metadata } from "next";
import { DeskHead } from "#components/admin/desk-head.tsx";
import { ExportLink } from "#components/admin/export-link.tsx";
import { PeopleDesk } from "#components/people/people-desk.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../../visitor.ts";

const t = translator("people");
const FIRST = 30;

export const metadata: Metadata = { title: t("title") };

const PeoplePage = async () => {
  const actor = await member();
  // The layout tells anybody else that this page is not for them.
  if (actor.role !== "admin" && actor.role !== "moderator") return null;
  return (
    <>
      <DeskHead title={t("title")} lead={t("lead")}>
        {actor.role === "admin" && <ExportLink of="people" />}
      </DeskHead>
      <PeopleDesk viewer={actor.role} initial={await runtime().services.people.list(actor, { limit: FIRST })} />
    </>
  );
};

export default PeoplePage;
