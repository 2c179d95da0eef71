import { DeskLoading } from "#components/admin/desk-loading.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const JobsLoading = () => <DeskLoading words={translator("jobs")("loading")} cards={["h-64"]} />;

export default JobsLoading;
