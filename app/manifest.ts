import type { MetadataRoute } from "next";
import { translator } from "#lib/client/texts/translator.ts";

const t = translator("common");

/** What a phone needs to install the page as an app. */
const manifest = (): MetadataRoute.Manifest => ({
  id: "/",
  name: t("appName"),
  short_name: t("appName"),
  description: t("description"),
  start_url: "/inbox",
  scope: "/",
  display: "standalone",
  background_color: "#f9fbf9",
  theme_color: "#ffffff",
  icons: [
    { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
    { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
    { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
    { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
});

export default manifest;
