import { scenes } from "../scene.ts";

/** Everyday life: bins, parcels, neighbours, plants, plans. */
export const livingHouse = scenes("living", {
  bins: `
    S: Which bin goes out tonight? I always get it wrong
    L: This week the [blue|green] one, next week the other. There's a calendar on the inside of the cellar door.
    S: Since when is there a calendar?!
    L: Since {flatmate} got it wrong four times.`,
  "bins-missed": `
    L: The bin wasn't emptied, I saw it from the street. Did it go out late?
    S: My fault, I heard the lorry and then I ran, and the lorry won
    L: It happens. The recycling yard takes it until six if it smells.
    S: It doesn't smell, it only judges me`,
  parcel: `
    S: I'm expecting a parcel on {day:1} and I'm out all day. Could it go to you?
    L: I'm next to it anyway. I'll put it in the hall behind the umbrella.
    @1 13:50
    L: It's there. It's heavy. Books?
    S: Dumbbells. I'm becoming strong, or I'm becoming somebody who owns dumbbells`,
  "parcel-lost": `
    S: The tracking says my parcel was "handed to neighbour", but which one? 😩
    L: Nearly always {neighbour}. Ring twice and wait, it's a long hall.
    ~1h
    S: Found! And I got a slice of cake with it
    L: The cake is why I never have my parcels sent home.`,
  "neighbour-noise": `
    L: I had a friendly word from {neighbour}: the music on the weekend was on the late side. Nothing bad, I only pass it on.
    S: Oh no, that was my birthday. I should have put a note up
    L: A note and an early end, then everybody's happy. Happy birthday after the fact!
    S: Thank you 🙂 I'll go over with cake
    L: That's the currency around here.`,
  "small-party": `
    S: Would it be all right to have ten people over on {day:3}? We finish the module
    L: Ten is fine. Windows shut after ten, and somebody who is in charge of being sensible.
    S: That's me, I've been elected
    L: And a note for the neighbours please.
    @4 11:45
    S: All cleaned up. One glass fell, we've replaced it with a nicer one
    L: My kind of party.`,
  "cleaning-rota": `
    ? shared
    S: We've made a rota for the kitchen, so you don't have to hear about crumbs ever again
    L: You've made me redundant. Who came up with it?
    S: {flatmate2} made a wheel out of a pizza box. It turns.
    L: Send it to the museum when you move out.`,
  plants: `
    ? garden
    S: May we plant something outside? There's a bare strip along the wall
    L: With pleasure. Nothing that climbs into the gutter, please.
    S: Beans climb…
    L: Beans may climb to the height of {flatmate}.
    S: Tall beans then!`,
  "garden-bench": `
    ? garden
    L: I've put a bench out at the back. It's second hand, like all the good things.
    S: We've seen it! We had breakfast on it in coats
    L: That's how one recognises students.`,
  "garden-tools": `
    ? garden
    S: Where are the shears? The hedge has grown into the path and got me this morning
    L: In the box by the back wall, combination is the year on the gable.
    S: The gable says 1897, that's old
    L: So are the shears. Gently.
    ~3h
    S: One hedge, neat. One blister, small`,
  "away-christmas": `
    S: I'm home for two weeks over the holidays. Should I turn the heating off?
    L: Not off, on one (the little snowflake is too cold for the pipes). And the window shut, please.
    S: On one, window shut, plant to {flatmate2}.
    L: Perfect. Safe travels when it's time.`,
  "away-weekend": `
    S: We're all away from {day:1} to {day:3}. Just so you know nobody is in
    L: Thanks for saying so, I'll look in once.
    @3 19:20
    S: Back! Did you water the basil?
    L: I did and it thanked me.`,
  "guest-week": `
    S: My [brother|mother|cousin] would stay for a week in my room, from {day:2} on. Is it all right with you?
    L: Yes. Tell the others, and lend them the spare key from the hook, not your own.
    S: Done both already, so the question was a bit late
    L: The order was creative, the result is fine.`,
  "spare-key": `
    S: I've locked myself out 🙃 Is there a spare key anywhere?
    L: Is nobody in?
    S: Nobody until six, and my soup is on the list of things I left inside. Not on the stove, don't worry!
    L: Glad you said that. I'm a quarter of an hour away, wait at the baker's.
    ~40m
    S: Thank you, thank you. I owe you a soup
    L: I'll hold you to that.`,
  "lost-glove": `
    L: There's a red glove on my passenger seat. Is it yours, from the trip to the recycling yard?
    S: YES. I've been looking at my one red glove for days
    L: I'll hang it on your door handle, it'll wave at you.`,
  "bike-flat": `
    ? shed
    S: Is there a pump in the shed? My front tyre gave up
    L: On the left, behind the sledge. Both valves. And a repair kit in the biscuit tin that says "not biscuits".
    S: I opened the one that says biscuits first. They were screws
    L: It's a system.`,
  "bike-abandoned": `
    ? shed
    L: I'd like to clear out the shed. Whose is the [brown folding bike|white racing bike without a chain]?
    S: Not mine, and not {flatmate}'s. I'll ask around
    @1 12:35
    S: Nobody's. It has been nobody's since before any of us
    L: Then it goes to the workshop for refugees on {day:1}. They'll make it ride again.
    S: 👏`,
  "recycling-run": `
    L: I'm driving to the recycling yard on {day:1}. Does anybody have something bulky?
    S: A broken chair and the box my monitor came in
    L: Put them by the door, I come by at {time}.
    @1 19:30
    S: Gone like magic, thanks`,
  "window-cleaner": `
    L: The window cleaner comes on {day:2} in the morning. Could everybody clear the sill?
    S: Will do. Mine is a jungle, I'll need a day
    @2 12:10
    S: I didn't know one could see the church from here
    L: It has been there for a while.`,
  "photo-for-listing": `
    L: A favour: may I take new pictures of the kitchen on {day:3}? The old ones are too dark.
    S: Of course! We'll tidy up and {flatmate2} wants to lend the good bowl
    @3 14:40
    L: You've put flowers on the table. I'm touched.
    S: They're from the market, 2 euros, they did their job`,
  "meter-again": `
    L: Could you read the electricity for me when you pass the coats?
    S: {meter2}, and I found {flatmate}'s umbrella
    L: Thank you for both.`,
  "bill-settled": `
    L: The autumn bill is in: you were all careful, so [€11|€14|€8] come back to each.
    S: Money that comes back, I didn't know that existed
    L: Shall I take it off the next rent?
    S: Yes please`,
  "rent-late": `
    S: I'm embarrassed: my grant is late, could I pay the rent [a week|five days] later this month?
    L: Thank you for telling me before. Yes, a week is fine.
    S: I've got it in writing from the office if you'd like to see it
    L^1: Your word is enough.
    @4 10:50
    S: It's paid! Earlier than I thought
    L: I see it. All good, {s}.`,
  "curtain-rail": `
    S: May I put up a shelf? Two small holes, I'd fill them when I leave
    L: Two holes are fine, on the left wall only. In the right one there's a pipe.
    S: Which one of us would have found out first
    L: {plumber}, at the weekend rate.
    ~5h
    S: The shelf is up, left wall, level (mostly)`,
  "paint-wall": `
    S: How do you feel about one coloured wall in my room?
    L: Depends on the colour. I've seen black.
    S: A soft green. I have a sample
    L: Soft green is welcome. I'll even buy the paint if you do the taping properly.
    @3 18:15
    S: It's done and it's the best wall of my life
    L: I'd like to see it next time I'm there.`,
  soup: `
    S: There's soup left, a lot of soup. Are you near by any chance?
    L: I'm always near when there's soup. Ten minutes?
    S: We'll keep a bowl warm
    ~1h
    L: That was excellent. What was in it?
    S: Everything that was about to go off, plus lemon
    L: I'll tell nobody.`,
  "thank-you-card": `
    L: Somebody left a card in my letterbox. It has a drawing of the house with a heart on the roof.
    S: No idea who that could have been
    L: It's on my fridge now.`,
  "fire-drill": `
    L: I have to test the alarms once this term. {day:2}, {time}, only a minute of noise.
    S: Thanks for the warning, I'll tell the ones who sleep long
    @2 {time}
    S: All of them rang. {flatmate2} was outside in eight seconds with a cake
    L: Priorities in good order.`,
  hoover: `
    S: The hoover has stopped hoovering
    S: It makes the noise but it only pushes things around, like me before coffee
    L^2: Then the bag is full or there's a sock in the hose. New bags hang behind the cellar door.
    ~20m
    S: It was a sock AND the bag
    L: A full confession. Thank you.`,
  kettle: `
    S: The kettle has gone, with a small blue flash
    S: Nobody's hurt, only the tea
    L: Unplug it and put it out on the step, please. I'll bring one on the way home.
    ~5h
    L: It's on the table. It whistles, I couldn't resist.
    S: We've already named it`,
  "lost-and-found": `
    S: Somebody has left a cello case in the hall since yesterday
    S: There's a cello in it
    L: I hoped so. That's my niece's, she plays at the school round the corner. She comes for it at five.
    S: We'll guard it. May we look at it?
    L: Look, yes. It bites when it's plucked.`,
  "late-train": `
    S: I'm stuck on the train and a man comes to fix my laptop screen at six
    S: Would you be near the house by any chance?
    L: I'm in the garden next door in fact. What does he look like?
    S: Like somebody with a laptop screen
    ~2h
    L: He came, he fixed, he admired the stairs.
    S: You're wonderful, thank you!`,
});
