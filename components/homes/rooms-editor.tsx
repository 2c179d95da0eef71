"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Home } from "#lib/client/use-own-listings.ts";
import type { OwnListing } from "#lib/contract/own-listings.ts";
import { HomeError } from "./home-error.tsx";
import { RoomForm } from "./room-form.tsx";
import { RoomLine } from "./room-line.tsx";

type Room = OwnListing["rooms"][number];

type ConfirmProps = { room: Room | undefined; onClose: () => void; onConfirm: (room: Room) => void };

const ConfirmRemoval = ({ room, onClose, onConfirm }: ConfirmProps) => {
  const t = useTranslations("homes.roomsEditor");
  return (
    <Dialog
      open={room !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t("confirmTitle", { room: room?.name ?? "" })}
      description={t("confirmBody")}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="danger" onClick={() => room && onConfirm(room)}>
            {t("remove")}
          </Button>
        </>
      }
    />
  );
};

type RoomsEditorProps = { home: OwnListing; today: string } & Pick<Home, "saveRoom" | "removeRoom">;

/** The rooms of a home: each with how it stands, one of them open for editing at a time. */
export const RoomsEditor = ({ home, today, saveRoom, removeRoom }: RoomsEditorProps) => {
  const t = useTranslations("homes.roomsEditor");
  const [open, setOpen] = useState<string | null>(null);
  const [asked, setAsked] = useState<Room>();
  const [told, setTold] = useState("");

  const form = (room?: Room) => (
    <RoomForm
      room={room}
      today={today}
      busy={saveRoom.isPending}
      onCancel={() => setOpen(null)}
      onSave={(facts, onError) =>
        saveRoom.mutate(
          { id: room?.id, room: facts },
          {
            onError,
            onSuccess: () => {
              setOpen(null);
              setTold(t("saved", { room: facts.name }));
            },
          },
        )
      }
    />
  );
  const remove = (room: Room) => {
    setAsked(undefined);
    removeRoom.mutate(room.id, { onSuccess: () => setTold(t("removed", { room: room.name })) });
  };

  return (
    <div className="grid gap-4">
      {home.rooms.length === 0 && <p className="text-text-2">{t("empty")}</p>}
      <ul aria-label={t("list")} className="grid gap-3 empty:hidden">
        {home.rooms.map((room) => (
          <li key={room.id}>
            {open === room.id ? (
              form(room)
            ) : (
              <RoomLine room={room} today={today} onEdit={() => setOpen(room.id)} onRemove={() => setAsked(room)} />
            )}
          </li>
        ))}
      </ul>
      {open === "new" && form()}
      <HomeError error={saveRoom.error ?? removeRoom.error} conflict={removeRoom.error ? "inUse" : "tooMany"} />
      <div className="flex flex-wrap items-center gap-3">
        {open !== "new" && (
          <Button variant="secondary" onClick={() => setOpen("new")}>
            <Plus aria-hidden="true" className="size-4.5" />
            {t("add")}
          </Button>
        )}
        <span role="status" className="text-[14px] text-text-2">
          {told}
        </span>
      </div>
      <ConfirmRemoval room={asked} onClose={() => setAsked(undefined)} onConfirm={remove} />
    </div>
  );
};
