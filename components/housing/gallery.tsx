import { translator } from "#lib/client/texts/translator.ts";
import type { Listing } from "#lib/contract/housing.ts";
import { Photo } from "./photo.tsx";

type GalleryProps = { title: string; photos: Listing["photos"] };

const altOf = (title: string, alt: string, at: number, total: number) => {
  if (alt) return alt;
  const t = translator("housing");
  if (total === 1) return t("photo", { title });
  return t("photoNumber", { number: String(at + 1), total: String(total), title });
};

/** The pictures of a home: a strip to swipe on a phone, one large and the rest beside it on a desktop. */
export const Gallery = ({ title, photos }: GalleryProps) => {
  const t = translator("housing");
  if (photos.length === 0) return <Photo url={null} alt="" missing={t("noPhoto")} className="h-56 rounded-panel" />;
  return (
    <ul
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls must be reachable to be scrolled by keys
      tabIndex={0}
      aria-label={t("listing.photos")}
      className="flex snap-x snap-mandatory gap-2 overflow-x-auto rounded-panel md:grid md:h-[420px] md:grid-cols-3 md:grid-rows-2 md:overflow-hidden"
    >
      {photos.map(({ url, alt }, at) => (
        <li
          key={url}
          className="h-60 w-[88%] shrink-0 snap-start overflow-hidden rounded-panel only:w-full md:h-full md:w-full md:rounded-none md:only:col-span-3 md:only:row-span-2 md:first:col-span-2 md:first:row-span-2"
        >
          <Photo url={url} alt={altOf(title, alt, at, photos.length)} missing={t("noPhoto")} eager={at === 0} />
        </li>
      ))}
    </ul>
  );
};
