import { backoffMs } from "./backoff.ts";

type Deps = {
  /** Whether the server can be reached now. */
  reaches: () => Promise<boolean>;
  onBack: () => void;
};

/**
 * Looks out for the network while a page stands there without it: ever more rarely, and at once when it is woken. The
 * browser's own word is not enough: it comes once, and the first try after it may still fail.
 */
export const createComeBack = ({ reaches, onBack }: Deps) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Only the answer to the last look counts. */
  let look = 0;

  const tryNow = async (attempt: number): Promise<void> => {
    look += 1;
    const own = look;
    const isBack = await reaches().catch(() => false);
    if (own !== look) return;
    if (isBack) onBack();
    else tryLater(attempt);
  };

  const tryLater = (attempt: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void tryNow(attempt + 1), backoffMs(attempt, { firstMs: 4_000 }));
  };

  return {
    start: (): void => tryLater(0),
    wake: (): void => {
      clearTimeout(timer);
      void tryNow(0);
    },
    stop: (): void => {
      clearTimeout(timer);
      look += 1;
    },
  };
};
