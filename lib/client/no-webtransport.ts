/** Stands in for a way to connect that the server does not offer (next.config.mjs). */
export const WT = undefined;
