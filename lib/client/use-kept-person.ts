"use client";

import { useEffect, useState } from "react";
import { type KeptPerson, readKeptPerson } from "./history-disk.ts";

/** Whose history this browser keeps: null for nobody's, undefined while it is not known. */
export const useKeptPerson = (): KeptPerson | null | undefined => {
  const [person, setPerson] = useState<KeptPerson | null>();
  useEffect(() => {
    readKeptPerson().then(
      (kept) => setPerson(kept ?? null),
      // A browser whose storage cannot be opened has kept nothing.
      () => setPerson(null),
    );
  }, []);
  return person;
};
