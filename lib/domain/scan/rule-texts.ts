/** What each rule says to those who read it: why, and what to do. One sentence each, for the writer and the reader alike. */
export const ruleTexts = {
  "contact.details":
    "It gives a telephone number or a mail address before a booking is confirmed: stay here until then, where what was agreed can be shown.",
  "contact.messenger":
    "It moves the conversation to another messenger before a booking is confirmed: stay here until then, where what was agreed can be shown.",
  "contact.elsewhere":
    "It asks to go on by mail or in a social network before a booking is confirmed: stay here until then, where what was agreed can be shown.",
  "contact.number": "It asks for a telephone number before a booking is confirmed: share yours when the booking is confirmed.",
  "payment.iban": "It names a bank account before a booking is confirmed: pay nothing until it is.",
  "payment.channel":
    "It asks for money by transfer, in cash or through a payment app before a booking is confirmed: pay nothing until it is.",
  "payment.around": "It proposes to pay or to agree past UniNest: what is not booked here cannot be protected here.",
  "advance.before_viewing": "It asks for money before a viewing: pay only for a room that you or somebody you trust has seen.",
  "advance.to_secure":
    "It asks for money to hold the room: a room is held by a booking, and a booking here costs nothing in advance.",
  "advance.for_keys": "It promises keys, a contract or an address in return for money: see the room and book it first.",
  "advance.for_access": "It opens the door only for money: see the room first, and pay when a booking is confirmed.",
  "advance.fee": "It asks for a fee to view, to apply or to reserve: nobody needs to pay one, so do not.",
  "advance.refund": "It promises to give the money back: money that was sent to a stranger rarely returns, so do not send any.",
  "advance.upfront": "It asks for money in advance: pay only after a viewing and a confirmed booking.",
  "advance.pay_now": "It asks for money before a booking is confirmed: pay nothing until it is.",
  "pressure.pay": "It presses for a quick decision about money: take your time, an honest offer bears a day's thought.",
  "absent.keys_by_post": "It wants to send keys by post: get keys at the door, from a person you have met.",
  "absent.owner":
    "The owner is said to be away and nobody can show the room: ask for a viewing with somebody there, or look for another room.",
  "absent.no_viewing": "It says that nobody can see the room: ask for a viewing, by video at least, or look for another room.",
  "absent.middleman":
    "It brings in another company to hold the money or the keys: no other company takes part in what is booked here.",
  "money.gift_cards": "It asks for gift cards or vouchers: nobody honest takes rent that way, so send none and report it.",
  "money.crypto": "It asks for cryptocurrency: such payments cannot be called back, so send none and report it.",
  "money.cash_service":
    "It asks for money through a cash transfer service: such payments cannot be called back, so send none and report it.",
  "link.lookalike": "It has a link that looks like ours and is not: do not open it, and never sign in there.",
  "link.masked": "It has a link that hides where it leads: do not open it.",
  "link.short": "It has a shortened link, and nobody can see where it leads: ask for the full address.",
  "link.unknown":
    "It has a link that leads away from UniNest: what belongs to a room can be shown here, so ask for it in this conversation.",
  "link.to_act":
    "It has a link at which something is to be confirmed or signed in to: do it only on pages that you opened yourself.",
  "link.to_pay": "It has a link at which something is to be paid or booked: book and pay here only.",
  "account.false_support": "It speaks for UniNest: our staff never write in conversations, so do not answer, and report it.",
  "account.threatened":
    "It threatens that an account or a booking is lost unless you act: look it up on your own pages, not through this message.",
  "secret.codes": "It asks for a code or for the data of a card: nobody but you needs them, so keep them to yourself.",
  "secret.passwords": "It asks for a password or a code: nobody but you needs it, so keep it to yourself.",
  "identity.papers":
    "It asks for papers that prove who you are, before a booking is confirmed: show them at the viewing, and send copies only for a contract.",
  "offer.too_good":
    "It offers much for very little and is in a hurry: compare the prices nearby, and see the room before anything else.",
  "spam.essays": "It sells written work for courses: that is not what these conversations are for.",
  "spam.jobs": "It promises easy money: that is not what these conversations are for, and such offers are mostly fraud.",
  "spam.mules": "It wants money to pass through your account: whoever lets it can be punished for money laundering, so refuse.",
  "abuse.slur_at_you": "It insults the person it is written to: say what is wrong without that.",
  "abuse.slur": "It has words that hurt: say it without them.",
  "abuse.insult": "It insults the person it is written to: say what is wrong without that.",
  "abuse.threat": "It threatens: keep what was written, block the person and report it.",
  "abuse.hate":
    "It turns people down or runs them down for where they come from or what they believe: that has no place here, so report it.",
  "sexual.words": "It is sexual: that has no place here, so block the person and report it.",
  "sexual.favours": "It offers a room for something other than rent: do not answer, and report it.",
  "sexual.advances": "It asks for more than a room: you owe nobody pictures or private answers, so report it.",
} as const;

export type RuleId = keyof typeof ruleTexts;

/** The same of what no single text shows: it is found in what somebody has sent before. */
export const recordTexts = {
  "spam.repeated":
    "Nearly the same text went to many people: take it for an advertisement until somebody has answered you in person.",
  "account.takeover":
    "Somebody else may be writing from this account: pay nothing, open no link and give no data until our team has checked it.",
} as const;

export type RecordRuleId = keyof typeof recordTexts;
