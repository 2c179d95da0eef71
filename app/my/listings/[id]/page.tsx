import { BackLink } from "#components/homes/back-link.tsx";
import { HomeEditor } from "#components/homes/home-editor.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { ownHome } from "../../own-home.ts";
import { self } from "../../self.ts";

const HomePage = async ({ params }: { params: Promise<{ id: string }> }) => (
  <>
    <BackLink href="/my/listings">{translator("homes")("back")}</BackLink>
    <HomeEditor initial={await ownHome(params)} self={await self()} today={new Date().toISOString().slice(0, 10)} />
  </>
);

export default HomePage;
