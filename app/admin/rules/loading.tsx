import { DeskLoading } from "#components/admin/desk-loading.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const RulesLoading = () => <DeskLoading words={translator("rules")("loading")} cards={["h-64", "h-[430px]"]} />;

export default RulesLoading;
