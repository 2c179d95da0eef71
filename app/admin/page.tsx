import type { Metadata } from "next";
import { Overview } from "#components/operations/overview.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { member } from "../visitor.ts";

export const metadata: Metadata = { title: translator("overview")("title") };

const OverviewPage = async () => {
  // The layout tells anybody else that this page is not for them.
  if ((await member()).role !== "admin") return null;
  return <Overview />;
};

export default OverviewPage;
