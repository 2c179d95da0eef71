"use client";

import { useState } from "react";
import { askToNotify, canAskToNotify, hasSound, setSound } from "./alert-settings.ts";

/** How this browser tells of new messages. */
export const useAlertSettings = () => {
  const [isOn, setIsOn] = useState(hasSound);
  return {
    hasSound: isOn,
    setSound: (next: boolean): void => {
      setSound(next);
      setIsOn(next);
    },
    canAsk: canAskToNotify(),
    ask: askToNotify,
  };
};
