"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Viewing } from "#lib/contract/viewings.ts";
import { asApiError, call } from "./api.ts";
import { takeStep, type ViewingAction } from "./viewing-requests.ts";

/** A viewing as it is known best: as it is handed in, or as an answer has shown it since. After a conflict it is looked at again. */
export const useViewing = (given: Viewing) => {
  const [answered, setAnswered] = useState<Viewing>(given);
  const viewing = answered.id === given.id && answered.version > given.version ? answered : given;
  const mutation = useMutation({
    mutationFn: (action: ViewingAction) => takeStep(viewing, action),
    networkMode: "always",
    onSuccess: setAnswered,
    onError: async (error) => {
      if (asApiError(error).code !== "conflict") return;
      // Off-line again: the card stays as it was, with the word that it has changed.
      await call("GET /api/viewings/{id}", { params: { id: viewing.id } }).then(setAnswered, () => undefined);
    },
  });
  return { ...mutation, viewing };
};
