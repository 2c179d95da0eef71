"use client";

import { createContext, type ReactNode, use, useState } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "#components/ui/notice.tsx";
import { changedRooms, homeStanding, type KnownRooms, roomsOfListing } from "#lib/client/known-rooms.ts";
import { useFormat } from "#lib/client/use-format.ts";
import { useRooms } from "#lib/client/use-rooms.ts";
import type { Room } from "#lib/contract/housing.ts";
import { Pill } from "./pill.tsx";
import { useStandingWords } from "./use-standing-words.ts";

type Live = { known: KnownRooms; today: string };

const LiveContext = createContext<Live | null>(null);

const useLive = (): Live => {
  const live = use(LiveContext);
  if (!live) throw new Error("There are no live rooms above this component.");
  return live;
};

type Props = { rooms: readonly Room[]; known: KnownRooms; today: string };

/** Reads out what has changed since the page was opened, once, and politely. */
const Announcer = ({ rooms, known, today }: Props) => {
  const t = useTranslations("housing.availability");
  const { ofRoom } = useStandingWords(today);
  const [heard, setHeard] = useState({ known, words: "" });
  if (heard.known !== known) {
    const changed = new Set(changedRooms(heard.known, known));
    const lines = rooms.flatMap(({ id, name }) => {
      const standing = known.rooms[id];
      return standing && changed.has(id) ? t("changed", { room: name, words: ofRoom(standing).words }) : [];
    });
    setHeard({ known, words: lines.length > 0 ? lines.join(" ") : heard.words });
  }
  return (
    <p role="status" className="sr-only">
      {heard.words}
    </p>
  );
};

/** What is shown may be wrong by now: says since when. */
const Age = ({ at }: { at: string }) => {
  const t = useTranslations("housing.availability");
  return <Notice tone="info">{t("asOf", { time: useFormat().clock(at) })}</Notice>;
};

type LiveRoomsProps = {
  listingId: string;
  rooms: readonly Room[];
  /** When the server made the page (ISO 8601), and its day. */
  at: string;
  children: ReactNode;
};

/** Lets the parts of a listing's page say how its rooms stand now, without a reload. */
export const LiveRooms = ({ listingId, rooms, at, children }: LiveRoomsProps) => {
  const [initial, setInitial] = useState(() => ({ at, known: roomsOfListing(rooms, at) }));
  if (initial.at !== at) setInitial({ at, known: roomsOfListing(rooms, at) });
  const { known, isOld } = useRooms(listingId, initial.known);
  const today = at.slice(0, 10);
  return (
    <LiveContext value={{ known, today }}>
      <Announcer rooms={rooms} known={known} today={today} />
      <div role="status" className="empty:-mt-6">
        {isOld && <Age at={known.at} />}
      </div>
      {children}
    </LiveContext>
  );
};

/** How one room stands now. Only below `LiveRooms`. */
export const RoomPill = ({ room }: { room: Room }) => {
  const { known, today } = useLive();
  return <Pill {...useStandingWords(today).ofRoom(known.rooms[room.id] ?? room)} />;
};

/** How the home as a whole stands now. Only below `LiveRooms`. */
export const HomePill = () => {
  const { known, today } = useLive();
  return <Pill {...useStandingWords(today).ofHome(homeStanding(known, today))} />;
};
