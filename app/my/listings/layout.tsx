import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ForLandlords } from "#components/homes/for-landlords.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { member, visit } from "../../visitor.ts";

export const metadata: Metadata = { title: translator("homes")("title"), robots: { index: false } };

/** The frame of a landlord's own pages; anybody else is told that they are not for them. */
const HomesLayout = async ({ children }: { children: ReactNode }) => {
  const { role } = await member();
  return (
    <PublicPage current="homes" {...(await visit())}>
      <div className="mx-auto grid max-w-[860px] gap-4 px-4 py-4 md:px-7 md:py-8">
        {role === "landlord" ? children : <ForLandlords />}
      </div>
    </PublicPage>
  );
};

export default HomesLayout;
