"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { checkRoom, roomFields, roomOf } from "#lib/client/check-home.ts";
import { eurosOf } from "#lib/client/euros.ts";
import { useHomeForm } from "#lib/client/use-home-form.ts";
import type { NewRoom, OwnListing } from "#lib/contract/own-listings.ts";

type RoomFormProps = {
  /** The room that is edited; absent for a new one. */
  room?: OwnListing["rooms"][number] | undefined;
  /** The day from which a new one is offered, unless one says otherwise. */
  today: string;
  busy: boolean;
  onSave: (room: NewRoom, onError: (error: unknown) => void) => void;
  onCancel: () => void;
};

/** The facts of one room. */
export const RoomForm = ({ room, today, busy, onSave, onCancel }: RoomFormProps) => {
  const t = useTranslations("homes.roomsEditor");
  const { form, submit, refuse, text } = useHomeForm(roomFields, checkRoom);
  const euros = (cents: number | undefined) => (cents === undefined ? "" : eurosOf(cents));
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={submit((fields) => onSave(roomOf(fields), refuse))}
      className="grid gap-4 rounded-card border bg-surface-2 p-4"
    >
      <TextField
        name="name"
        label={t("name")}
        defaultValue={room?.name ?? ""}
        error={text("name")}
        autoComplete="off"
        autoFocus
        required
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextField
          name="rentCents"
          label={t("rent")}
          defaultValue={euros(room?.rentCents)}
          error={text("rentCents")}
          inputMode="decimal"
          autoComplete="off"
          required
        />
        <TextField
          name="depositCents"
          label={t("deposit")}
          defaultValue={euros(room?.depositCents)}
          error={text("depositCents")}
          inputMode="decimal"
          autoComplete="off"
          required
        />
        <TextField
          name="squareMetres"
          label={t("size")}
          defaultValue={room?.squareMetres ?? ""}
          error={text("squareMetres")}
          inputMode="numeric"
          autoComplete="off"
          required
        />
      </div>
      <TextField
        name="availableFrom"
        type="date"
        label={t("offeredFrom")}
        hint={t("offeredFromHint")}
        defaultValue={room?.offeredFrom ?? today}
        error={text("availableFrom")}
        required
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="s" busy={busy}>
          {t("save")}
        </Button>
        <Button variant="quiet" size="s" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
};
