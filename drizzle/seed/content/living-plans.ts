import { scenes } from "../scene.ts";

/** Longer talks and longer monologues of people who know each other by now. */
export const livingPlans = scenes("living", {
  "stay-next-year": `
    L: {s}, it's early, but would you like to keep the room next year? I ask you before anybody else.
    S^1: Oh! I think yes. When do you need to know for sure?
    L: Not before spring. It's only so that you can sleep.
    S: I sleep very well in that room, so that's a point for yes
    L: At the same rent, by the way. I'd only raise it for somebody I don't like.
    S: 😄 I'll stay likeable`,
  "heating-works-notice": `
    L: Important for all of you: the street gets new water pipes.
    L: On {day:3} there will be no water between nine and two.
    L: Please fill a bucket for the toilet the evening before, and the kettle.
    L: The app of the water company says it may come back brown for a minute. Let it run, then it's clear.
    L: And don't start the washing machine while it's off, it gets confused.
    S^4: Thanks, I'll put it up in the kitchen. Bucket, kettle, no washing
    @3 14:35
    S: Water is back, it was tea-coloured for a moment and now it's normal
    L: Thank you for holding out.`,
  "long-list": `
    S: I've collected a few small things so that you don't get ten messages
    S: 1. the hook in the bathroom is loose
    S: 2. the second drawer in the kitchen says goodbye when one opens it
    S: 3. the back door needs a push
    S: 4. nothing, I only like lists with four points
    L^5: I like them too. 1 and 2 I do on {day:1}, for 3 I need the plane and a dry day.
    @1 17:25
    L: 1 and 2 are done, 4 too.
    S: Best service in {city}`,
  "exam-quiet": `
    S: I have exams from {date:3} on for two weeks. Is anything noisy planned in the house?
    L: There was going to be a new floor in the hall. I'll move it, it has waited for years.
    S: You don't have to!
    L: A floor can be laid on any day, an exam can't. Good luck.
    S: Thank you. Really`,
  "portfolio-over": `
    S: The portfolio is handed in. I've slept for eleven hours
    L: And how did it go?
    S: Four pages out of five are good and one is a surprise
    L: Surprises can be good too, once the marks are in.
    @4 13:20
    S: The marks are in: they liked the surprise best of all
    L: I told the kettle, it's proud of you.`,
  "job-reference": `
    S: Could I name you as a reference for a job at the library? Only that I'm reliable
    L: Of course. You are. Tell them to call after four.
    S: They might ask about punctuality
    L: Then I tell them about the bins and we hope they laugh.
    @3 16:30
    L: They've called. I said only true things, and it took two minutes.
    S: I GOT IT 🎉
    L: Well deserved, {s}.`,
  "new-flatmate": `
    ? shared
    L: Somebody comes to see the free room on {day:2} at {time}. Would you show the kitchen? You do it better than me.
    S: Gladly, should I mention the pipes?
    L: Mention everything. Whoever still wants it is the right one.
    @2 {time2}
    S: They stayed for an hour and asked about the shelf in the fridge
    L: And?
    S: We all say yes
    L: Then it's yes.`,
  "broken-glass": `
    S: Confession: the glass shelf in the fridge broke. I put the big pot on it
    L: Is everybody's hand still whole?
    S: All hands whole. I'd pay for it of course
    L: It was cracked before, so we share: you order it, I pay half.
    S: That's very fair. I'll find the number on the sticker
    @3 18:50
    S: New shelf fits. The pot lives on the floor now`,
  "sublet-summer": `
    S: If I'm on a placement next summer, could a friend take my room for two months?
    L: Possible, if I've met them and it's written down. Not under the hand.
    S: Of course, officially and with your blessing
    L: Then remind me when you know the dates.`,
  "strange-letter": `
    S: A letter came for someone called [H. Vandermeer|A. Castellano|J. Whitcombe]. Do you know that name?
    L: That's from before you, and before me I believe. Is it something official?
    S: It looks like a seed catalogue
    L: Then keep it, and plant something in memory.`,
  "landlord-away": `
    L: I'm away from {day:2} for a week, walking where there's no signal.
    L: For water and heat call {plumber}, the number is by the meter.
    L: For everything else ask {neighbour} about the key to my tools.
    S: Enjoy it! We won't burn anything
    L: That's all I ask.
    @9 17:40
    L: I'm back. Is the house still standing?
    S: Standing and even hoovered. How was the walk?
    L: Wet, steep and wonderful. I've brought cheese for everybody.`,
  "thermostat-debate": `
    ? shared
    S: We need a judge. What is a normal temperature for a kitchen?
    L: Who says what?
    S: {flatmate} says 18, {flatmate2} says 22, I'm wearing a hat
    L: 20, jumpers allowed, hats voluntary.
    S: The court has spoken 🧑‍⚖️`,
  "noise-builders": `
    S: Do you know how long they'll be drilling next door? It starts at half past seven every day
    L: Let me ask {neighbour}.
    ~2h
    L: Until the end of next week, and not on {day:3}. I've asked if they can start with the quiet jobs.
    @1 09:15
    S: Today it started at nine! Did you do that?
    L: I may have mentioned exams.`,
  "bathroom-queue": `
    ? shared
    S: Is a second mirror possible in the hall? In the mornings we queue like at the airport
    L: A very good idea. I have one in the attic, round, with a brass rim.
    @2 18:30
    L: It hangs. Not too low?
    S: {flatmate} has to bend a bit, for the rest it's perfect`,
  "quiet-thanks": `
    S: I don't need anything today, I just wanted to say that it's a good house
    L: That's the nicest message I've had this month.
    L: Most of them begin with "the tap".`,
  "trust-question": `
    S: Strange thing: somebody wrote to me that you've changed your bank details and that I should pay the rent elsewhere?
    L: That wasn't me. Please don't pay anything there.
    S: I thought so, they wrote "dear tenant" and you never do
    L^1: I never will. Rent and deposit only ever go through here. Would you report that message, so that others don't fall for it?
    S: Reported.
    L: Thank you, {s}. Well spotted.`,
  recipe: `
    S: How did you do the potatoes when you came for dinner? We've been trying for a week
    L: Boil them, let them steam dry, shake the pot until they look bad, then hot oil.
    S: The shaking! We were too polite
    L: Never be polite to a potato.
    ~4h
    S: They're perfect. The house thanks you`,
  "concert-ticket": `
    L: I've got two tickets for the choir on {day:3} and can't go. Would you like them?
    S: Really? Yes! A friend of mine sings in the second row
    L: Then you have to sit in the first. They're in your letterbox.
    @4 12:05
    S: It was wonderful. We clapped at the wrong moment only once
    L: Once is tradition.`,
  mattress: `
    S: My back is asking about the mattress. Is it an old one?
    L: From the year before last. Hard or soft, what does the back say?
    S: It says too soft
    L: There's a firm topper in the cellar, still in its wrapping. Try it for a week.
    @5 10:30
    S: My back sends its regards
    L: Regards back to the back.`,
  "water-plants-swap": `
    S: {flatmate} and I are both away next weekend. Could the tomatoes on the sill get water once?
    L: They could. How much do tomatoes want in this weather?
    S: A glass each, and a kind word
    @4 18:55
    L: Watered and spoken to. One has turned red.
    S: That one is yours 🍅`,
  "radiator-clank": `
    S: The radiator next to my bed clanks at six, every morning. It's better than my alarm but less polite
    L: It has air in it. Do you see a small square pin on the side?
    S: I do
    L: The key for it hangs on a nail by the meter. Cloth under it, a quarter turn, wait until the hissing stops.
    ~40m
    S: It hissed like a cat, then dripped. Closed again
    @1 08:40
    S: I overslept. It works`,
  "lecture-invite": `
    S: I'm giving my first talk on {day:4}, it's public. You don't have to come of course
    L: What is it about?
    S: Moss. Twenty minutes of moss
    L: I wouldn't miss twenty minutes of moss.
    @4 19:10
    L: I understood more than I feared. Your last picture was beautiful.
    S: You sat in the second row and nodded, that helped a lot`,
});
