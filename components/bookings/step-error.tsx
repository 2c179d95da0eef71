"use client";

import { useTranslations } from "use-intl";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { bookingConflict } from "#lib/client/booking-conflict.ts";

/** Why a step or a request was not done, in a sentence. */
export const StepError = ({ error }: { error: Error }) => {
  const t = useTranslations("bookings.refused");
  const conflict = bookingConflict(error);
  return conflict ? t(conflict.reason) : <FormErrorText error={error} />;
};
