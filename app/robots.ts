import type { MetadataRoute } from "next";
import { ownOrigin } from "./own-origin.ts";

export const dynamic = "force-dynamic";

/** Where a search engine may look: at homes. Everything else is somebody's own. */
const robots = (): MetadataRoute.Robots => ({
  rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/inbox", "/my/", "/settings", "/dev/"] },
  sitemap: `${ownOrigin()}/sitemap.xml`,
});

export default robots;
