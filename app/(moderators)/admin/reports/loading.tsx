import { DeskLoading } from "#components/admin/desk-loading.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const ReportsLoading = () => <DeskLoading words={translator("moderation")("queue.loading")} cards={["h-[430px]"]} />;

export default ReportsLoading;
