"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { weightOf } from "#lib/client/check-weight.ts";
import { ruleWeightLimits } from "#lib/contract/rule-weights.ts";
import type { RuleWeights, ScanRule } from "#lib/contract/scan.ts";

const places = ["first", "known", "booked"] as const;
const { min, max } = ruleWeightLimits;

type WeightsFormProps = {
  rule: ScanRule;
  busy: boolean;
  error: Error | null;
  /** Null: what the rule came with. */
  onSave: (weights: RuleWeights | null) => void;
  onClose: () => void;
};

/** What a rule is to weigh from now on. */
export const WeightsForm = ({ rule: { weights, defaults, tuned }, busy, error, onSave, onClose }: WeightsFormProps) => {
  const t = useTranslations("rules");
  const [typed, setTyped] = useState({
    first: String(weights.first),
    known: String(weights.known),
    booked: String(weights.booked),
  });
  const [isAsked, setAsked] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    const [first, known, booked] = [weightOf(typed.first), weightOf(typed.known), weightOf(typed.booked)];
    if (first !== undefined && known !== undefined && booked !== undefined) onSave({ first, known, booked });
  };
  return (
    <form noValidate onSubmit={submit} className="mt-1 grid gap-3 rounded-card bg-surface-2 p-3">
      <div className="grid gap-3 md:grid-cols-3">
        {places.map((place) => (
          <TextField
            key={place}
            name={place}
            inputMode="numeric"
            autoComplete="off"
            autoFocus={place === "first"}
            label={t(`place.${place}`)}
            hint={t("default", { weight: String(defaults[place]) })}
            value={typed[place]}
            onChange={({ target }) => setTyped({ ...typed, [place]: target.value })}
            error={
              isAsked && weightOf(typed[place]) === undefined ? t("bounds", { min: String(min), max: String(max) }) : undefined
            }
          />
        ))}
      </div>
      <FormAlert>{error && <FormErrorText key={error.message} error={error} />}</FormAlert>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="s" busy={busy}>
          {t("save")}
        </Button>
        {tuned && (
          <Button variant="secondary" size="s" busy={busy} onClick={() => onSave(null)}>
            {t("reset")}
          </Button>
        )}
        <Button variant="quiet" size="s" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
};
