import { scenes } from "../scene.ts";

/** The first words between a student and a landlord. */
export const openings = scenes("opening", {
  "still-free": `
    S: Hi {l}! Is the {room} at {street} still free from {movein}?
    ~25m
    L: [Hello|Hi] {s}, it is. The rent is {rent} and {bills}.
    L: Would you like to see it, or do a video viewing first?
    S: [In person if I can|I would rather come by]. I'm in {city} that week anyway.
    L: Even better.`,
  "found-through-friend": `
    S: Good [morning|afternoon], a friend from my course used to live with you and says the house is lovely. Is there a room for {movein}?
    L: That is kind of them! Who was it?
    S: [Beatriz, two years ago|Anselm, he had the smallest room|Vera, the one with the cello]
    L: Of course I remember. Greetings please.
    L: The {room} will be free. {rent} a month, deposit {deposit}.
    S: That fits my budget, just. Can I ask you a few things about it?
    L: Ask away.`,
  "first-year-nervous": `
    S: Hello, I have never rented anything before so sorry if I ask silly questions 😅
    S: I saw the {room} in your listing and I think I would like to live there.
    L: There are no silly questions, {s}. I have heard most of them.
    L: Tell me a little about you? What do you study, and when do you arrive?
    S: [Chemistry, second year|Law, I'm starting my master|Architecture, so I need a big table|History, and some days Latin]. I'd move in on {movein}.
    L: That works with the room. Have a look at the house rules in the listing and then ask me anything.`,
  "straight-to-it": `
    S: Hi, three quick ones about the {room}: is {rent} the full price, is it furnished, and can I move in on {movein}?
    L: Quick answers: nearly, yes, yes.
    L: Nearly, because {bills}.
    S: Perfect. Best landlord answer of the week
    L: The bar is low, I hear.`,
  "two-of-us": `
    S: Hi {l}, we are two friends looking for rooms close to each other. Is anything besides the {room} getting free?
    L: [Not in the same house this term, I'm afraid|Only this one at the moment, I'm afraid].
    S: Ok. One of us would take it then, and the other keeps looking nearby.
    L: Nearby is not hard around here. Who of you would it be?
    S: Me 🙂 {s}. I lost the coin toss, or won it, we are not sure yet.
    L: Won it, I'd say. The light in there is good.`,
  "erasmus-semester": `
    S: Hello! I come for [one semester|five months] on exchange and need a room from {movein}. Do you rent for less than a year?
    ~50m
    L: Hello {s}, I do, if the dates meet the next person's. When do you leave again?
    S: [End of June|In the last week of June|Early July], the exact day depends on the exams.
    L: That's fine for the {room}. I put the end of the month in the contract and we see.
    S: Great, thank you! Then I have a few questions about the house.`,
  "from-abroad": `
    S: Hi, I am writing from abroad, so I cannot come before {movein}. Is a video viewing possible for the {room}?
    L: Sure, I do that nearly every week.
    L: I walk through with the phone, you tell me which cupboards to open.
    S: 😄 All of them please
    L: As expected.`,
  "phd-quiet": `
    S: Good evening. I have a lot to write this year and what I need most is quiet. Would the {room} suit?
    L: Good evening {s}. On weekdays it's a calm house. On Saturdays you may hear a guitar, well played.
    S: A good guitar is fine. A bad drum kit is what I have now.
    L: No drums, it's in the contract.
    S: Then I'm interested. {movein} would be ideal.`,
  "saw-it-again": `
    S: Hi {l}, I wrote down your listing last month and now I see it's still there. Is the {room} really free or is it an old page?
    L: It's really free, the availability on the page is live.
    L: The person before you had to [cancel because of a placement abroad|change university], so it came back.
    S: Bad luck for them, good for me
    S: I could take it from {movein}`,
  "price-check": `
    S: Hello, before I fall in love with the {room}: is there any room on the {rent}?
    L: An honest question. Not for a semester, but for a full year I take [€15|€20] off.
    S: A full year is what I want anyway.
    L: Then we have a conversation 🙂
    S: {movein} until next summer, non-smoker, no pets, one cactus.
    L: The cactus may come.`,
  "moving-from-halls": `
    S: Hi! I'm in halls at the moment and want out. How far is {street} from {university}?
    L: {ride} [on a normal day|if the lights are kind].
    S: That's less than from my halls, unbelievable.
    S: And the {room} is furnished?
    L: Bed, desk, chair, wardrobe, lamp. Curtains since last week.
    S: Curtains! Luxury`,
  "parents-ask": `
    S: Hello {l}, my parents would like to know how the deposit of {deposit} is kept before I say more than hello 🙈
    L: Wise parents. It is paid here through the booking, never to me by hand, and it stays protected until you leave.
    S: They nod. So: hello! I'm {s} and I would like the {room} from {movein}.
    L: Hello {s}! And hello to the parents.`,
});
