import type { ViewingKind } from "#lib/contract/viewings.ts";

/** A time at the home: so many days from now, by its clock. */
type Time = { inDays: number; clock: string };

type Said = {
  by: "student" | "landlord";
  /** After which part of the conversation. */
  after: number;
} & (
  | { event: "ask" | "propose" | "move"; times: Time[] }
  /** Which of the offered times, from 0. */
  | { event: "confirm"; choice: number }
  | { event: "cancel"; reason: "cannot_make_it" | "found_another" }
);

/** What the demo people have arranged to see: in which conversation, and how far it has got. The first thing said asks for it. */
export type AppointmentPlan = { student: number; listing: string; kind: ViewingKind; said: Said[] };

const slots = (...times: [number, string][]): Time[] => times.map(([inDays, clock]) => ({ inDays, clock }));

export const appointments: AppointmentPlan[] = [
  {
    student: 1,
    listing: "graca",
    kind: "video",
    said: [
      { event: "ask", by: "student", after: 0.6, times: slots([3, "17:00"], [4, "11:30"]) },
      { event: "confirm", by: "landlord", after: 0.7, choice: 1 },
    ],
  },
  {
    student: 1,
    listing: "kazimierz",
    kind: "on_site",
    said: [
      { event: "ask", by: "student", after: 0.7, times: slots([2, "09:00"]) },
      { event: "propose", by: "landlord", after: 0.8, times: slots([5, "16:00"], [6, "10:30"], [8, "18:00"]) },
    ],
  },
  {
    student: 5,
    listing: "castle-street",
    kind: "on_site",
    said: [{ event: "ask", by: "student", after: 0.8, times: slots([2, "10:00"], [2, "15:30"]) }],
  },
  {
    student: 6,
    listing: "rook-house",
    kind: "on_site",
    said: [
      { event: "ask", by: "student", after: 0.5, times: slots([2, "10:15"], [3, "10:15"]) },
      { event: "confirm", by: "landlord", after: 0.6, choice: 0 },
      { event: "move", by: "student", after: 0.8, times: slots([4, "12:00"], [4, "17:45"]) },
    ],
  },
  {
    student: 1,
    listing: "arroios",
    kind: "on_site",
    said: [
      { event: "ask", by: "landlord", after: 0.4, times: slots([1, "12:00"]) },
      { event: "cancel", by: "student", after: 0.7, reason: "found_another" },
    ],
  },
];
