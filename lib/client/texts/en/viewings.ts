/** Viewings: in a conversation, on a listing's page and on their own. */
export const viewings = {
  card: {
    proposed: "Viewing of {home}: times offered",
    confirmed: "Viewing of {home}: {time}",
    cancelled: "Viewing of {home}: cancelled",
    done: "Viewing of {home}: it was on {time}",
    expired: "Viewing of {home}: no time was chosen",
  },
  line: {
    ask: "{name} asked for a viewing and offered {count, plural, one {# time} other {# times}}",
    propose: "{name} offered {count, plural, one {# other time} other {# other times}} for the viewing",
    confirm: "{name} confirmed the viewing: {time}",
    move: "{name} would like to move the viewing and offered {count, plural, one {# other time} other {# other times}}",
    keep: "{name} dropped the new times; the viewing stays: {time}",
    cancel: "{name} cancelled the viewing",
    lapse: "The new times have passed; the viewing stays: {time}",
    expire: "The offered times have passed, and none was chosen",
    finish: "The time of the viewing is over",
  },
} as const;
