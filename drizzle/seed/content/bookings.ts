/** What the demo people have booked: in which conversation, and how far it has got. */
export type BookingPlan = {
  student: number;
  listing: string;
  /** What was done, and after which part of the conversation: 1 is its end. The first is the request. */
  done: { event: "request" | "approve" | "confirm" | "check-in" | "decline"; after: number }[];
  /** Months of a stay that is still to come; who lives there already stays until the room is free. */
  months?: number;
};

const LIVES_THERE: BookingPlan["done"] = [
  { event: "request", after: 0.15 },
  { event: "approve", after: 0.17 },
  { event: "confirm", after: 0.2 },
  { event: "check-in", after: 0.3 },
];

export const bookings: BookingPlan[] = [
  { student: 1, listing: "mill-road", done: LIVES_THERE },
  { student: 4, listing: "rook-house", done: LIVES_THERE },
  { student: 2, listing: "castle-street", done: LIVES_THERE },
  { student: 7, listing: "naamsestraat", done: LIVES_THERE },
  { student: 3, listing: "garden-walk", done: [{ event: "request", after: 1 }], months: 6 },
  {
    student: 17,
    listing: "podgorze",
    done: [
      { event: "request", after: 1 },
      { event: "approve", after: 1 },
    ],
    months: 10,
  },
  {
    student: 19,
    listing: "naamsestraat",
    done: [
      { event: "request", after: 0.8 },
      { event: "approve", after: 0.9 },
      { event: "confirm", after: 1 },
    ],
    months: 9,
  },
  {
    student: 13,
    listing: "kazimierz",
    done: [
      { event: "request", after: 0.5 },
      { event: "decline", after: 0.8 },
    ],
    months: 6,
  },
];
