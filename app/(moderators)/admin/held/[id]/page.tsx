import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HeldCase } from "#components/moderation/held-case.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { Id } from "#lib/contract/primitives.ts";
import { runtime } from "#lib/server/runtime.ts";
import { failureCode } from "../../../../failure-code.ts";
import { member } from "../../../../visitor.ts";

export const metadata: Metadata = { title: translator("moderation")("held.title") };

type Props = { params: Promise<{ id: string }> };

/** Read once for each look: who reads it is put down. */
const caseOf = async (id: string) => {
  if (!Id.safeParse(id).success) return notFound();
  try {
    return await runtime().services.heldDesk.read(await member(), id);
  } catch (error) {
    if (failureCode(error) === "not_found") return notFound();
    throw error;
  }
};

const AdminHeldCasePage = async ({ params }: Props) => {
  const { role } = await member();
  if (role !== "admin" && role !== "moderator") return null;
  return <HeldCase initial={await caseOf((await params).id)} />;
};

export default AdminHeldCasePage;
