import type { KillPoint } from "./kill-points.ts";

const BOOKINGS = "lib/domain/bookings/booking.service.ts";
const RECORDER = "lib/domain/bookings/booking.recorder.ts";
const DELIVERY = "lib/domain/notifications/delivery.service.ts";

/** Where a process may die over one step of a booking, and over the job that tells of it. */
export const bookingKillPoints: KillPoint[] = [
  {
    name: "B1",
    where: "the room is locked, nothing is written",
    edit: { file: BOOKINGS, find: "    const change = stepChange(row, {" },
    stored: false,
  },
  {
    name: "B2",
    where: "the booking is written, its event is not",
    edit: { file: RECORDER, find: "        await bookings.insertEvent(db, eventOf(change));\n      }" },
    stored: false,
  },
  {
    name: "B3",
    where: "card and line are written, nobody is to be notified yet",
    edit: { file: RECORDER, find: "      const tellNews = await newsOf(db, changes, now);" },
    stored: false,
  },
  {
    name: "B4",
    where: "all is written but the reminders",
    edit: { file: BOOKINGS, find: "    if (change.row.deadlineAt?.getTime() !== row.deadlineAt?.getTime())" },
    stored: false,
  },
  {
    name: "B5",
    where: "committed, and nobody knows",
    edit: { file: BOOKINGS, find: "    tell();\n    if (refusal) throw refusal;" },
    stored: true,
  },
  {
    name: "B6",
    where: "committed, and the job that tells of it is half done",
    edit: { file: DELIVERY, find: "      if (!push) return;" },
    stored: true,
  },
];
