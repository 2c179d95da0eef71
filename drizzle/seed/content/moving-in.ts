import { scenes } from "../scene.ts";

/** The day with the boxes. */
export const arrivals = scenes("arrival", {
  "key-handover": `
    L: When do you arrive with your things? I'd like to hand you the keys myself.
    S: On {day:2}, the train gets in a bit before {time}
    L: I'll be in the kitchen from {time} on.
    @2 {time}
    S: I'm here with two suitcases and a lamp
    L: Coming, don't carry the lamp alone, the stairs are jealous.
    ~3h
    S: All inside. It already smells of home, or of your soup
    L: The soup is for you. Keys: the round one is the front door, the blue one is your room.`,
  "van-parking": `
    S: I move on {day:1}, my uncle brings the van. Where can he stop?
    L: In front of the house for twenty minutes, with the warning lights on and a friendly face.
    L: Should {neighbour} come out, say you're with me.
    S: He has a very friendly face
    @1 14:20
    S: It took 35 minutes and nobody shouted!
    L: That's the house record. Keys are on your desk, welcome home!`,
  "early-train": `
    S: Small panic: my train on {day:1} gets in at ten in the morning, is that too early for the keys?
    L: Ten is fine. I'm there from nine with coffee and a screwdriver.
    @1 10:25
    S: I can see the house! And you at the window
    L: Come up, the coffee is ready.
    ~4h
    S: Everything is unpacked except the winter
    L: The winter can wait in the hall. Both keys are on the hook by your door.`,
});

/** The first weeks. */
export const movingIn = scenes("moving-in", {
  "key-sticks": `
    S: Which way does the key of the front door turn? I've been outside for five minutes 🙈
    L: Pull the door towards you, then left, a bit like opening a jar.
    S: Jar method works. I'm in
    L: Everybody learns it once. I should put it into the contract.`,
  "inventory-check": `
    S: I went through the inventory: all there, but one drawer of the desk doesn't close and the lamp flickers.
    L: Thanks for looking so closely. I've written both down, so they're not yours.
    L: I'll bring a new bulb on {day:1}.
    @1 17:50
    S: The lamp is calm now. The drawer too, what did you do?
    L: Candle wax on the rail. An old trick.`,
  "wifi-password": `
    S: What's the wifi password? The sticker on the router says something else
    L: The sticker is from {flatmate}'s time. It's on the inside of the cupboard with the cups, top left.
    S: Found it. It's a very long pun
    L: Nobody has ever guessed it.`,
  "meter-reading": `
    L: Could you read the electricity meter when you're in? It's behind the coats.
    S: Behind many coats. It says {meter}
    L: Thanks, written down with today's date. You start at zero, so to speak.`,
  "name-on-bell": `
    S: Could my name go on the bell and the letterbox? A parcel already went back
    L: Of course. How shall I write it?
    S: Just my last name please, and it's the short one
    @1 12:10
    L: It's up, in my best handwriting.
    S: Saw it when I came in. I feel official`,
  "pipes-talk": `
    L: Is the room treating you well, {s}?
    S: Very! The pipes say something now and then, like somebody clearing their throat
    L: They do that when the heating wakes up. It gets less when I bleed the radiators next week.
    S: I quite liked it. Like a ship`,
  "bed-slats": `
    S: Hi, two slats of the bed fell out when I sat down. I promise I only sat
    L: They've wanted to go for a while. I have new ones in the cellar, is {day:1} after {time} all right?
    S: Yes, I'm in. Tonight the mattress goes on the floor, camping style
    @1 {time}
    S: Thanks for coming so fast! It doesn't even creak any more
    L: Jump at your own risk.`,
  "house-intro": `
    ? shared
    L: The others say hello. {flatmate} has made space in the fridge: second shelf is yours.
    S: That's so nice. And somebody left a plant at my door?
    L: That's {flatmate2}, who gives every newcomer a cutting. Water it on Sundays or there will be talk.
    S: Sundays. I've set an alarm`,
});
