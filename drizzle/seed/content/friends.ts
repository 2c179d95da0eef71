import { scenes } from "../scene.ts";

/** How two students came to write: A wrote first, B is the other. */
export const meetings = scenes("meeting", {
  "hello-course": `
    A: Hey {b}, are you the {b} from the [statistics|Tuesday|methods] group?
    B: I am! The one who brought the wrong slides
    A: Great slides though
    A: You're looking for a room too, right? Saw your name under the listing
    B: Looking, panicking, the usual. You?
    A: Same but with tea`,
  "same-viewing": `
    A: Hi, I think we were at the same viewing yesterday? You asked about the window and I nodded
    B: The nodding! Yes. Did you take it?
    A: No, too dark for me. You?
    B: Too dark for both of us then. Shall we look together from now on? Four eyes
    A: Four eyes and one list of questions, gladly`,
  umbrella: `
    A: Are you the one who lent me the umbrella on the steps? Somebody told me your name
    B: Depends, is the umbrella fine?
    A: It's fine and dry and hangs at my door. Where can I bring it?
    B: Library café, {day:1}? I'm there all afternoon
    @1 15:40
    A: it's raining again so I've used it once more on the way
    B: That's what it's for 😄`,
  "from-the-group": `
    A: Hey, I got your name from the house-hunting group. You wrote that you know which streets are loud?
    B: I've made a map! Red is loud, blue is bells, yellow is geese
    A: geese?
    B: You'll see. Which street is it?
    A: the one with the geese, I fear`,
});

/** Students among themselves. */
export const friends = scenes("friends", {
  "notes-swap": `
    A: do you have the notes from this morning? I slept through two alarms
    B: Yes, but my handwriting is a puzzle
    A: I like puzzles
    ~25m
    B: They're in the shared folder, page 3 is a drawing of the lecturer, ignore
    A: page 3 is the best page 😂`,
  cinema: `
    A: Cinema on {day:2}? They show the one with the lighthouse again
    B: In! Which showing
    A: the half past eight, then we can eat before
    B: Noodles?
    A: Noodles.
    @2 17:40
    B: I'm early. Table by the window
    A: 5 min!`,
  "van-share": `
    A: I could get a van for {day:3}. Do you still have to move the bookcase?
    B: The bookcase and its content. I'd pay half of the petrol
    A: deal. I drive, you navigate and bring snacks
    B: I'm excellent at one of these
    @3 10:15
    A: outside. the van is bigger than expected
    B: OH it's a removal lorry
    A: they had no other`,
  "bike-for-sale": `
    A: Someone in my house sells a bike, [€70|€85|€60], light blue, basket. Interested?
    B: Does it brake?
    A: The back one does. The front one is optimistic
    B: I'd like to see it. {day:1}?
    A: {day:1} after five is good
    @1 17:35
    B: I love it. I'm the new owner of a basket
    A: with a bike below it`,
  cooking: `
    A: what can I make from two potatoes, half a leek and cream
    B: Soup
    A: I don't own a blender
    B: Rustic soup
    A: you should write a book
    ~2h
    A: it was very rustic`,
  "library-seat": `
    A: Is the third floor full already?
    B: One seat next to me, I've put my scarf on it. Come quickly, people look at the scarf
    A: running
    B: Somebody asked. I said you were in the bathroom. For forty minutes.
    A: I'm on the stairs!!`,
  "landlord-answered": `
    A: They answered! The viewing is on {day:2}
    B: Yesss. Want me to come along? I ask the unpleasant questions
    A: please. I always say "lovely" to everything
    B: That's how one ends up with a carpet in the bathroom
    @2 19:20
    A: thank you for asking about the window. And the boiler. And the other window
    B: It's a gift`,
  "viewing-report": `
    A: so, the room: small, bright, owner nice, kitchen a bit seventies
    B: Good seventies or bad seventies?
    A: orange tiles
    B: GOOD seventies. Take it
    A: I'm thinking about it until tomorrow
    B: You've already put the desk somewhere in your head, haven't you
    A: by the window`,
  budget: `
    A: how much do you spend on food per week? be honest
    B: About 40, and 15 of it is cheese
    A: ok then I'm normal
    B: We're both not normal, but we're two`,
  running: `
    A: run tomorrow? slow, very slow
    B: How slow
    A: conversation slow, with stops to look at ducks
    B: I'm in. Eight at the bridge
    @1 08:05
    B: At the bridge. There are ducks
    A: I can see you, wave`,
  "sick-day": `
    A: I've caught whatever your flat had 🤧
    B: Sorry!! Do you need anything?
    A: tissues, ginger, sympathy
    B: On my way with two of three. Sympathy by text: poor you
    ~2h
    A: you're the best. the ginger is enormous`,
  "flatmate-drama": `
    A: update in the matter of the missing mug
    B: Tell me everything
    A: it was in the dishwasher. The whole time. For nine days
    B: So nobody stole it
    A: and nobody ran the dishwasher
    B: That's almost worse`,
  "group-project": `
    A: who writes the introduction of our project, you or me?
    B: You write nicer, I count nicer
    A: so I do intro and end, you do the table in the middle?
    B: And the references, I find them soothing
    A: you're a strange and useful person
    @2 21:05
    B: Table is in. Two of the numbers argue with each other but I've written a footnote
    A: intro is in too. we're done before the deadline, is that allowed`,
  market: `
    A: I'm at the market, do you need anything?
    B: If the man with the apples is there, two kilos of the ugly ones
    A: he's here, he says hello to "the one who counts"
    B: ❤️`,
  "birthday-plan": `
    A: It's {flatmate}'s birthday on {day:4}. Cake?
    B: Cake. I can do the carrot one
    A: I get candles and people
    B: How many people?
    A: how big is the carrot one
    B: Twelve slices, or eight honest ones
    A: eight people then`,
  "exam-nerves": `
    A: I can't remember anything. Not even my student number
    B: It's on your card. You've got this
    A: ask me something
    B: What's the difference between the two theorems from week six?
    A: one needs continuity and the other one is nicer
    B: See? You know it all`,
  "train-home": `
    A: when do you go home for the break?
    B: {day:5} with the [9:14|10:32|8:50]. You?
    A: same train I think!! which carriage
    B: The quiet one
    A: oh. then I sit next to you and say nothing, for three hours
    B: I give it ten minutes`,
  "lost-keys": `
    A: have you seen my keys? green ribbon
    B: On our kitchen table, next to the bread, looking guilty
    A: thank god. can I pick them up at six?
    B: Yes, and there's dinner at half past if you happen to stand here at that time
    A: I'll happen to`,
  "who-is-in": `
    A: are you home tonight? My parcel comes and I've got choir
    B: Home and awake until at least eleven
    A: could you take it in? It's a lamp, please don't throw it
    B: I'd planned to throw it but fine
    ~3h
    B: Lamp has arrived and is sleeping in the hall`,
  concert: `
    A: There's a free concert in the chapel on {day:1}, organ and something with birds
    B: With birds?
    A: it says "and birds". I need to know
    @1 22:05
    B: So it was a recording of birds
    A: I was hoping for a pigeon with a solo`,
  "laptop-dead": `
    A: My laptop died. It shows a folder with a question mark, same as me
    B: Did you save things?
    A: everything but the last two hours, and my pride
    B: You can have my old one until it's fixed. It's slow but it means well
    A: I'll write slowly then. Thank you, really
    @2 13:10
    A: fixed! It was only a cable. Your old one comes back with biscuits`,
  "shelf-help": `
    A: do you still have that drill?
    B: I do
    B: And you still have my casserole
    A: I see we're at the exchange of prisoners
    B: Bridge, {day:1}, seven o'clock, come alone
    @1 19:05
    A: I've come with the casserole. It's full`,
  "weekend-trip": `
    A: train to the coast on {day:3}? It's [11|14|9] euros if we book today
    B: YES
    B: I bring the thermos, you bring the plan
    A: plan: sea
    B: Flawless plan`,
  "house-gossip": `
    A: who was at your door this morning? It sounded like a parade
    B: The chimney sweep
    B: He shook everybody's hand. We'll have luck until spring
    A: could he come by our place too
    B: He's on a bike, he could be anywhere`,
  sofa: `
    A: they're giving away a sofa two streets from you, red, "slightly loved"
    B: How slightly
    A: I sat on it. Deeply loved, but honest
    B: I'm putting shoes on
    B: Don't let anybody else sit on it
    ~30m
    A: three people have asked. I'm lying across it now`,
  "dinner-tonight": `
    A: what are you all eating tonight
    B: Lentils, the big pot
    B: There's enough, come at seven
    A: I love living five minutes from you`,
});

/** Friends who teach each other words. */
export const friendsAcrossLanguages = [
  ...scenes(
    "friends",
    {
      "spanish-help": `
    A: Can you check a sentence for me? "Estoy buscando una habitación tranquila cerca de la universidad"
    B: ¡Perfecto! Nothing to correct
    A: Really?
    B: De verdad. You could add "con ventana", you'd be surprised what they rent out
    A: jajaja, con ventana, claro`,
    },
    "es",
  ),
  ...scenes(
    "friends",
    {
      "radiator-french": `
    B: How do I write politely that the radiator makes noise?
    A: « Bonsoir, excusez-moi de vous déranger, le radiateur fait un drôle de bruit la nuit. »
    B: drôle, so it's funny?
    A: Funny as in strange. Tu verras, on te répondra tout de suite
    B: merci beaucoup 🙏`,
    },
    "fr",
  ),
  ...scenes(
    "friends",
    {
      "german-lesson": `
    A: what does "Kehrwoche" mean? It's in the contract of my cousin in Stuttgart
    B: Oh. That's when you sweep the stairs and everybody watches how
    A: everybody?
    B: Jeder. Und sie sehen alles 👀`,
      "exam-german": `
    A: Wish me luck in German please, it sounds more serious
    B: Viel Erfolg! Du schaffst das, ganz sicher
    A: and what do I answer?
    B: Nothing. You nod and look worried, that's the custom
    ~5h
    A: I nodded and looked worried and it went well. Danke!`,
    },
    "de",
  ),
];
