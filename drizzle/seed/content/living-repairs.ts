import { scenes } from "../scene.ts";

/** What drips, hums or stops in a house that people live in. */
export const livingRepairs = scenes("living", {
  "boiler-cold": `
    ? boiler
    S: Morning! The radiators are cold in the whole house and the boiler shows [E4|F28|a red drop]
    L: Good morning, sorry about that. Can you look at the little dial below it, is it under 1?
    S: It says 0.6
    L: Then it only needs water. Silver tap on the left, open slowly until 1.5 and close again.
    ~20m
    S: 1.5 exactly. It made a noise like a whale and now it's warm
    L: A happy whale. Thank you for being my hands.`,
  "boiler-service": `
    ? boiler
    L: {plumber} comes on {day:2} for the yearly service of the boiler, between {time} and an hour later. Will somebody be in?
    S: I'm in all day, the essay keeps me here
    L: Thanks. No hot water for about an hour.
    @2 {time}
    S: The boiler doctor has arrived
    ~2h
    S: All good, it got a sticker and he got a biscuit
    L: As it should be.`,
  "tap-drips": `
    S: The tap in the bathroom drips. Not much, but at night I count along
    L: Since when?
    S: Since the weekend, I thought it would stop by itself
    L: They never do. I'll bring a new washer on {day:1}.
    @1 17:40
    L: Done. How is it?
    S: Silence. Beautiful silence`,
  "shower-drain": `
    S: The shower is more of a bath lately 🛁
    L: Then the drain wants attention. The grid comes off with a quarter turn, but I understand if you'd rather not.
    S: I did it. I will not describe it
    L: You're a hero. I'll put a new hair catcher on the list and something nice in the kitchen.
    ~6h
    S: The something nice was chocolate. We're even`,
  "washing-machine-stops": `
    ? washer
    S: The washing machine stops in the middle with [E18|F05|three blinks], my jumpers are inside
    L: That's the pump filter, the flap at the bottom right. Put a towel under it, water will come.
    ~35m
    S: Found: one hairpin, 2 cents, and a tiny sock
    L: The sock! {flatmate} has been looking for it since summer.
    S: It turns again. I'll deliver the sock`,
  "washing-machine-leak": `
    ? washer
    S: There's a puddle in front of the washing machine, I've switched it off and dried the floor
    L: Very well done. Is it the hose at the back or the door?
    S: I think the hose, it's wet behind
    L: {plumber} can come on {day:1} at {time}. Please nobody washes until then.
    S: I'll put a note on it with a sad face
    @1 {time2}
    L: It was a rubber ring for two euros. Now it's new.
    S: Sad face removed`,
  "lamp-hall": `
    ? shared
    S: The light in the hall has gone, we use our phones to find the stairs
    L: Bulbs are in the drawer under the oven, the big screw type. Do you have a chair that doesn't wobble?
    S: One that wobbles and one tall flatmate
    L: The flatmate, please.
    ~25m
    S: There is light 💡`,
  "window-draught": `
    S: There's a draught from my window when the wind comes from the side. I've put a scarf in
    L: Your scarf deserves better. I have sealing tape, it takes ten minutes.
    L: Is {day:2} in the evening possible?
    S: Yes, I'm home from five on
    @2 18:20
    S: Wow, the candle doesn't move any more
    L: Now don't forget to air, ten minutes wide open twice a day.`,
  mould: `
    S: I don't want to make a drama, but there's a grey spot in the corner behind my bed
    L: No drama, a good thing you looked. How big?
    S: Like a hand. It wasn't there when I moved in
    L: I'll come with the meter on {day:1}. Please pull the bed a hand away from the wall until then.
    @1 {time}
    L: It's the cold corner. I've cleaned it and painted it with the good stuff; heat a bit in the evening and keep the gap.
    S: Will do. Is that coming off my deposit?
    L: Certainly not. It's my wall and you told me early.`,
  "fridge-hums": `
    S: The fridge hums in B flat since yesterday
    L: You're sure about the B flat?
    S: I have perfect pitch, sadly
    L: Pull it two fingers away from the wall and look if a bottle touches the side.
    ~30m
    S: It was the oat milk. Now it hums in nothing
    L: Best repair of the month.`,
  "freezer-ice": `
    S: Our freezer has more ice than food. May we defrost it this weekend?
    L: Please do! Everything out, a towel in front, door open, no knives.
    S: No knives, we heard the story
    L: Everybody has heard the story.
    @1 15:30
    S: Found four bags of peas from four different years
    L: Please don't eat the vintage.`,
  "oven-cold": `
    S: The oven only gets warm on top. My bread is a philosopher: dark outside, doubtful inside
    L: Then the lower element is gone. I'll order one, it takes [two|three] days.
    S: No hurry, there's still the pan
    @3 17:10
    L: New element is in. Try a bread.
    ~3h
    S: Convinced inside too. There's a slice for you`,
  "door-lock": `
    S: My door doesn't lock any more, the key turns and turns
    L: Are you locked in or out?
    S: In the middle, so to speak: in, but the door stays open
    L: Then nothing bad happens tonight. I'll come with a new cylinder {day:1} in the morning.
    @1 09:35
    S: That was quick. Both keys work
    L: And the old one becomes a paperweight.`,
  "toilet-runs": `
    S: The toilet upstairs keeps running after flushing
    L: Lift the lid of the tank (just lift) and push the float down once. Does it stop?
    S: It stops when I talk to it sternly and push
    L: I'll bring a new float. Until then: sternly.
    @1 18:05
    L: New float is in.
    S: I miss our talks a little`,
  "smoke-alarm-beeps": `
    S: Something beeps once a minute, somewhere. We're slowly going mad
    L: A smoke alarm with a low battery. Stand under each one for a minute, it's a sad game.
    ~45m
    S: It was the one in the cellar, behind the skis
    L: Batteries are in the drawer with the string. Please press the test button after.
    S: Tested. Everybody in the street knows it works now`,
  "wifi-down": `
    S: No internet for half an hour now, and I hand in today
    L: Oh no. Is the second light on the router red?
    S: Red, yes
    L: Pull the plug, count slowly to thirty, and plug it in again. If it's still red it's the provider and I'll call.
    ~15m
    S: Counted to forty to be sure. It's green!
    L: Now write, {s}. Good luck.
    ~90m
    S: Handed in, with minutes to spare. Thank you!!`,
  "wifi-slow": `
    S: The wifi in my room got really slow this week, in the kitchen it's fine
    L: Have you changed anything? A microwave, a fish tank, a wardrobe of steel?
    S: I've bought a mirror. A big one
    L: That's it, mirrors eat wifi. Try it on the other wall?
    ~1h
    S: You won't believe it but it worked
    L: I've had a mirror tenant before 🙂`,
  "blind-stuck": `
    S: The blind in my room is stuck halfway, so I live in permanent sunset
    L: Poetic. Is the cord on the left still whole?
    S: It's whole but it does nothing
    L: I'll look at it on {day:2}. Until then enjoy the golden hour.
    @2 {time}
    L: It was a knot. A spider lived beside it, I carried her out.
    S: Thank you from both of us`,
  "power-cut": `
    S: Half of the house has no power. The kitchen half
    L: Was something new plugged in?
    S: {flatmate} tried a waffle iron from 1982
    L: Fuse box is by the door, the third switch will be down. Waffle iron out first, then switch up.
    S: Light is back, waffles are cancelled
    L: A wise iron knows when to retire.`,
  gutter: `
    S: When it rains, a waterfall comes down in front of my window. It's pretty, but is it right?
    L: It's not right, the gutter is full of leaves. {plumber} has the long ladder, I'll ask.
    ~5h
    L: He can on {day:2}, if it's dry.
    @2 16:45
    S: A man waved at me through the window and now there's no waterfall
    L: Then it's done. He says there was a tennis ball in it.`,
  "loose-tile": `
    S: A tile in the shower is loose. I can take it out and put it back like a drawer
    L: Please leave it in. I'll fix it on {day:1}, then nobody showers for twelve hours.
    S: We have the gym for that
    @1 19:00
    L: Stuck and grouted. Dry until tomorrow morning, please.
    S: The house smells of gym in solidarity`,
  mouse: `
    S: I think we have a mouse. Or a very small burglar with an interest in muesli
    L: In the kitchen?
    S: Behind the bin, I heard it twice
    L: All food into tins or jars please, and I'll bring a trap that doesn't hurt it.
    @2 10:25
    S: Somebody is sitting in the trap and looks offended
    L: I'm on my way. It'll get a field with a view.`,
  doorbell: `
    S: Our doorbell plays a melody since today. Nobody admits anything
    L: It has twelve melodies and a button inside. Somebody has leaned on it.
    S: It's the one with the ice-cream van. Children come
    L: Press the button inside until it says ding and nothing else.
    ~20m
    S: Ding and nothing else.`,
});
