import { DeskLoading } from "#components/admin/desk-loading.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const PeopleLoading = () => <DeskLoading words={translator("people")("loading")} cards={["h-[430px]"]} />;

export default PeopleLoading;
