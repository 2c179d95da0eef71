/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native and dynamically required packages stay out of the route bundles.
  serverExternalPackages: ["postgres", "pino", "@node-rs/argon2"],
  // Texts are compiled on the server (lib/client/texts/compiled.ts): the browser needs no parser for them.
  turbopack: {
    rules: {
      "**/virtua/lib/index.js": { loaders: ["./scripts/only-virtualizer.mjs"], as: "*.js" },
      "**/emojibase-data/en/data.json": { loaders: ["./scripts/small-emoji-book.mjs"], as: "*.js" },
    },
    resolveAlias: {
      "use-intl/format-message": "use-intl/format-message/format-only",
      "./webtransport.js": "./lib/client/no-webtransport.ts",
    },
  },
  // The settings begin with the account. A page that says so itself says it after its frame has come, and takes back what was pressed meanwhile.
  redirects: () => [{ source: "/settings", destination: "/settings/account", permanent: false }],
  // npm run types checks everything once; a second time in the build would only make a start slower.
  typescript: { ignoreBuildErrors: true },
  // Behind the custom server nothing resizes pictures: one dependency and one attack surface less.
  images: { unoptimized: true },
};
