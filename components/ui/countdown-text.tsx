"use client";

import { type ReactNode, useState } from "react";
import { useCountdown } from "#lib/client/use-countdown.ts";

type CountdownProps = {
  /** Milliseconds since the epoch. For another one make another: give it as the key too. */
  deadline: number;
  /** The sentence for the eye, with the seconds that are left. */
  show: (seconds: number) => string;
  /** The sentence for the ear, with all the seconds that there were: it does not change each second. */
  say: (seconds: number) => string;
  /** What stands there when the time is over. */
  over: ReactNode;
};

/** How long to wait, counting down. */
export const CountdownText = ({ deadline, show, say, over }: CountdownProps) => {
  const left = useCountdown(deadline);
  const [whole] = useState(left);
  if (left === 0) return over;
  return (
    <>
      <span className="sr-only">{say(whole)}</span>
      <span aria-hidden="true" className="tabular">
        {show(left)}
      </span>
    </>
  );
};
