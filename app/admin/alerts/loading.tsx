import { DeskLoading } from "#components/admin/desk-loading.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const AlertsLoading = () => <DeskLoading words={translator("alerts")("loading")} cards={["h-[430px]", "h-64"]} />;

export default AlertsLoading;
