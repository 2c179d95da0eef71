"use client";

import { useState } from "react";
import type { Role } from "#lib/contract/accounts.ts";
import type { PeoplePage, PeopleQuery } from "#lib/contract/people.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";
import { useDebounced } from "./use-debounced.ts";
import { useDeskList } from "./use-desk-list.ts";

const TYPING_MS = 300;

type WantedPeople = { q: string; role: Role | ""; standing: NonNullable<PeopleQuery["standing"]> | "" };
const EVERYBODY: WantedPeople = { q: "", role: "", standing: "" };

/** People by what one looks for; `initial` are the newest, and came with the document. */
export const useFoundPeople = (initial: PeoplePage) => {
  const [wanted, setWanted] = useState(EVERYBODY);
  const { role, standing } = wanted;
  const q = useDebounced(wanted.q.trim(), TYPING_MS);
  const isEverybody = q === "" && role === "" && standing === "";
  const list = useDeskList({
    queryKey: [...pageKeys.people, q, role, standing],
    load: (from) =>
      call("GET /api/admin/users", {
        query: { ...from, ...(q ? { q } : {}), ...(role ? { role } : {}), ...(standing ? { standing } : {}) },
      }),
    initial: isEverybody ? initial : undefined,
  });
  return { wanted, setWanted, isEverybody, ...list };
};
