import { Download } from "lucide-react";
import { buttonClass } from "#components/ui/button.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** Saves a list as a file for a table. That one does so is put down, so it is a link that nothing reads ahead. */
export const ExportLink = ({ of }: { of: "reports" | "people" | "audit" | "jobs" }) => (
  <a href={`/api/admin/exports/${of}`} download className={buttonClass({ variant: "secondary", size: "s" })}>
    <Download aria-hidden="true" className="size-4" />
    {translator("admin")("export")}
  </a>
);
