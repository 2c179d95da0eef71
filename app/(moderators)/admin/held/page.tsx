import type { Metadata } from "next";
import { HeldQueue } from "#components/moderation/held-queue.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../../visitor.ts";

const t = translator("moderation");

export const metadata: Metadata = { title: t("held.title") };

const AdminHeldPage = async () => {
  const actor = await member();
  // The layout tells anybody else that this page is not for them.
  if (actor.role !== "admin" && actor.role !== "moderator") return null;
  return (
    <>
      <div>
        <h1 className="font-bold text-2xl tracking-tight">{t("held.title")}</h1>
        <p className="mt-1 text-text-2">{t("held.lead")}</p>
      </div>
      <HeldQueue initial={await runtime().services.heldDesk.list(actor)} />
    </>
  );
};

export default AdminHeldPage;
