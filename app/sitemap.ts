import type { MetadataRoute } from "next";
import { runtime } from "#lib/server/runtime.ts";
import { ownOrigin } from "./own-origin.ts";

/** What is found changes with every request, not with every build. */
export const dynamic = "force-dynamic";

/** So many addresses a sitemap may have. */
const MOST = 50_000;

/** Every page that a search engine may show. */
const sitemap = async (): Promise<MetadataRoute.Sitemap> => {
  const origin = ownOrigin();
  const homes = await runtime().services.listings.published(MOST - 1);
  return [
    { url: `${origin}/` },
    ...homes.map(({ id, publishedAt }) => ({
      url: `${origin}/listings/${id}`,
      ...(publishedAt ? { lastModified: publishedAt } : {}),
    })),
  ];
};

export default sitemap;
