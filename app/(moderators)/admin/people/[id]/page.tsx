import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonDesk } from "#components/people/person-desk.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { Id } from "#lib/contract/primitives.ts";
import { runtime } from "#lib/server/runtime.ts";
import { failureCode } from "../../../../failure-code.ts";
import { member } from "../../../../visitor.ts";

export const metadata: Metadata = { title: translator("people")("title") };

type Props = { params: Promise<{ id: string }> };

/** Read once for each look: who reads it is put down. */
const fileOf = async (id: string) => {
  if (!Id.safeParse(id).success) return notFound();
  try {
    return await runtime().services.people.read(await member(), id);
  } catch (error) {
    if (failureCode(error) === "not_found") return notFound();
    throw error;
  }
};

const PersonPage = async ({ params }: Props) => {
  const { userId, role } = await member();
  if (role !== "admin" && role !== "moderator") return null;
  return <PersonDesk initial={await fileOf((await params).id)} viewer={{ id: userId, role }} />;
};

export default PersonPage;
