import { Skeleton } from "#components/ui/skeleton.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** The shape of a page of the settings: its title, and a card or two. */
const SettingsLoading = () => (
  <div aria-busy="true" className="grid gap-5">
    <span role="status" className="sr-only">
      {translator("settings")("loading")}
    </span>
    <Skeleton className="h-8 w-40 rounded-card" />
    <Skeleton className="h-36 rounded-panel" />
    <Skeleton className="h-60 rounded-panel" />
  </div>
);

export default SettingsLoading;
