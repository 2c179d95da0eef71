import { QueryClient } from "@tanstack/react-query";
import { asApiError } from "./api.ts";
import { backoffMs } from "./backoff.ts";

const mayRetry = (failures: number, error: unknown): boolean => failures < 2 && asApiError(error).retryable;

const retryDelay = (attempt: number, error: unknown): number => asApiError(error).retryAfterMs ?? backoffMs(attempt);

/**
 * A query cache in which nothing grows old: the socket keeps what is held in step, and what it could not tell comes with
 * the sync of the next connection.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // Off-line, a question fails at once and says so, instead of waiting in silence.
        networkMode: "always",
        // The reducer keeps unchanged objects itself.
        structuralSharing: false,
        retry: mayRetry,
        retryDelay,
      },
    },
  });
