"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Self } from "#lib/client/realtime.ts";
import { useHome } from "#lib/client/use-own-listings.ts";
import type { OwnListing } from "#lib/contract/own-listings.ts";
import { DetailsEditor } from "./details-editor.tsx";
import { PhotosEditor } from "./photos-editor.tsx";
import { Publication } from "./publication.tsx";
import { RoomsEditor } from "./rooms-editor.tsx";

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-4 rounded-panel border bg-surface p-5 shadow-1">
    <h2 className="font-semibold text-lg">{title}</h2>
    {children}
  </section>
);

type HomeEditorProps = {
  initial: OwnListing;
  self: Self;
  /** An ISO date. */
  today: string;
};

/** Everything that a landlord may change about a home; each part is saved by itself. */
export const HomeEditor = ({ initial, self, today }: HomeEditorProps) => {
  const t = useTranslations("homes");
  const { home, ...ways } = useHome(initial, self);
  return (
    <div className="grid gap-5">
      <h1 className="break-words font-bold text-2xl tracking-tight">{home.title}</h1>
      <Publication home={home} change={ways.change} remove={ways.remove} />
      <Section title={t("roomsEditor.title")}>
        <RoomsEditor home={home} today={today} saveRoom={ways.saveRoom} removeRoom={ways.removeRoom} />
      </Section>
      <Section title={t("photos.title")}>
        <PhotosEditor
          home={home}
          keep={ways.keep}
          orderPhotos={ways.orderPhotos}
          describePhoto={ways.describePhoto}
          removePhoto={ways.removePhoto}
        />
      </Section>
      <Section title={t("details.title")}>
        <DetailsEditor home={home} change={ways.change} />
      </Section>
    </div>
  );
};
