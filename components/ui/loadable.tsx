"use client";

import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useHydrated } from "#lib/client/use-hydrated.ts";

type LoadableProps<Props> = { props: Props; fallback: ReactNode };

/**
 * A part that comes with a file of its own, and `instead` where that cannot be had. `load` fetches it beforehand. A boundary
 * holds back for 300 ms what takes the place of its fallback (React's throttle), so only the server's markup is left to one:
 * in the page the part shows as soon as it is there, and at once where it is there already.
 */
export const loadable = <Props extends object>(fetchPart: () => Promise<ComponentType<Props>>, instead: ComponentType<Props>) => {
  let held: ComponentType<Props> | undefined;
  const load = async (): Promise<ComponentType<Props>> => {
    try {
      held = await fetchPart();
    } catch {
      // The next one who needs it asks again.
    }
    return held ?? instead;
  };
  const Streamed = lazy(() => load().then((part) => ({ default: part })));

  const Live = ({ props, fallback }: LoadableProps<Props>) => {
    const [Part, setPart] = useState(() => held);
    useEffect(() => {
      if (!Part) void load().then((part) => setPart(() => part));
    }, [Part]);
    return Part ? <Part {...props} /> : fallback;
  };

  const Loadable = (given: LoadableProps<Props>) => {
    const [wasHydrated] = useState(useHydrated());
    if (wasHydrated) return <Live {...given} />;
    return (
      <Suspense fallback={given.fallback}>
        <Streamed {...given.props} />
      </Suspense>
    );
  };
  return Object.assign(Loadable, { load });
};
