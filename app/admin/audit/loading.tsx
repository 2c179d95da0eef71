import { DeskLoading } from "#components/admin/desk-loading.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const AuditLoading = () => <DeskLoading words={translator("audit")("loading")} cards={["h-[560px]"]} />;

export default AuditLoading;
