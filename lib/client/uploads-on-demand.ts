import type { Outbox } from "./outbox.ts";
import type { PageStore } from "./page-store.ts";
import { quietly } from "./quietly.ts";

type Deps = { userId: string; page: PageStore; outbox: Outbox; whenLoaded: () => Promise<void> };

/** What uploads files comes with the first of them. */
export const createUploadsOnDemand = ({ userId, page, outbox, whenLoaded }: Deps) => {
  const start = async () => {
    const { startUploads } = await import("./start-uploads.ts");
    return startUploads({ userId, page, outbox, ready: whenLoaded() });
  };
  let started: ReturnType<typeof start> | undefined;
  return {
    get: (): ReturnType<typeof start> => {
      started ??= start().catch((error: unknown) => {
        started = undefined;
        throw error;
      });
      return started;
    },
    stop: (): void => {
      if (started) quietly(started.then(({ stop }) => stop()));
    },
  };
};
