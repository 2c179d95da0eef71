/** Bookings in a conversation. */
export const bookings = {
  card: "{student}, {room}, {from} to {to}: {status}",
  status: {
    requested: "waiting for the landlord’s answer",
    approved: "approved, waiting to be confirmed",
    confirmed: "confirmed",
    checked_in: "moved in",
    completed: "the stay is over",
    declined: "declined",
    withdrawn: "withdrawn",
    cancelled: "cancelled",
    expired: "expired",
  },
  line: {
    request: "{name} asked for {room}, {from} to {to}",
    approve: "{name} approved {room}, {from} to {to}",
    decline: "{name} declined {room}, {from} to {to}",
    withdraw: "{name} withdrew the request for {room}, {from} to {to}",
    confirm: "{name} confirmed {room}, {from} to {to}",
    cancel: "{name} cancelled {room}, {from} to {to}",
    "check-in": "{name} noted the arrival in {room}, {from} to {to}",
    complete: "{name} noted the end of the stay in {room}, {from} to {to}",
    "propose-dates": "{name} proposed other dates for {room}: {from} to {to}",
    "accept-dates": "{name} accepted the new dates for {room}: {from} to {to}",
    "decline-dates": "{name} dropped the proposed dates for {room}; it stays {from} to {to}",
  },
  ended: {
    no_answer: "Nobody answered the request for {room}, {from} to {to}, in time",
    not_confirmed: "Nobody confirmed {room}, {from} to {to}, in time",
    dates_taken: "Somebody else has confirmed {room} for dates within {from} to {to}",
  },
} as const;
