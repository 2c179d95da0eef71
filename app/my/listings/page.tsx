import { OwnHomes } from "#components/homes/own-homes.tsx";
import { OwnResponses } from "#components/homes/own-responses.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";
import { self } from "../self.ts";

const HomesPage = async () => {
  const t = translator("homes");
  const actor = await member();
  // The layout tells anybody else that this page is not for them.
  if (actor.role !== "landlord") return null;
  const { ownListings, responses } = runtime().services;
  const [initial, figures] = await Promise.all([ownListings.list(actor), responses.own(actor)]);
  return (
    <>
      <div>
        <h1 className="font-bold text-2xl tracking-tight">{t("title")}</h1>
        <p className="mt-1 text-text-2">{t("lead")}</p>
      </div>
      <OwnResponses figures={figures} />
      <OwnHomes initial={initial} self={await self()} today={new Date().toISOString().slice(0, 10)} />
    </>
  );
};

export default HomesPage;
