import { scenes } from "../scene.ts";

/** What students ask before they decide. */
export const questions = scenes("question", {
  bills: `
    S: What comes on top of the {rent}? [Friends of mine got burnt with bills last year.|I'd like to do my sums properly.]
    L: [Short version|In one line]: {bills}.
    S: And is that settled every month or at the end?
    L: Once a [term|year], with the readings. You get a copy of every invoice.
    S: Fair, thanks.`,
  bikes: `
    ? shed
    S: Is there somewhere dry for a bike? Mine is old but I love it
    L: There's a shed at the back, with a rail to lock it to. {flatmate} fixed the roof in spring.
    S: Does it get crowded?
    L: Six bikes, room for eight. Two of them haven't moved since I bought the house.
    S: 😂 noted`,
  "bikes-elsewhere": `
    S: Where do people leave their bikes?
    L: In the hall downstairs, on the left. [Please not on the stairs, the neighbours are strict.|There are hooks for four.]
    S: Is it safe there?
    L: In nine years one saddle went missing. Take two locks all the same, it's {city}.`,
  "desk-and-chair": `
    S: Is the desk big enough for two screens and a lamp? I spread out a lot.
    L: 140 by 70, I just measured. By the window, so the light comes from the left.
    S: From the left is perfect, I'm right-handed
    S: And the chair?
    L: A proper one. It squeaks when you lean back, that is on purpose, it keeps people awake.
    S: Haha. I'll bring oil.`,
  flatmates: `
    ? shared
    S: Who else lives there at the moment?
    L: {flatmate}, who does [a PhD in something with bees|nursing and works odd hours|a master in economics], and {flatmate2}, who [cooks for everybody|plays five-a-side and is never in|bakes when stressed].
    S: Sounds good. Is it more of a sit-together house or an everybody-behind-their-door house?
    L: Kitchen table house. Nobody is offended by a closed door though.
    S: That's exactly what I was hoping for.`,
  "flatmates-age": `
    ? shared
    S: May I ask how old the others are? I'm not nineteen any more and afraid of freshers' week
    L: {flatmate} is 25 and {flatmate2} 23. Freshers' week passes by quietly.
    S: Wonderful 😌`,
  noise: `
    S: How loud is it at night? The street looks busy on the map.
    L: Until eleven you hear [buses|the odd bus], after that foxes and students.
    L: The {room} has double glazing, and I have been asked that so often that I slept there myself once to be sure.
    S: And?
    L: I missed my alarm.`,
  internet: `
    S: How fast is the internet? I have online seminars with people in three time zones
    L: [180 down, 40 up|250 down, 50 up|500 in both directions], measured last week with everybody at home.
    S: By cable in the room or only wifi?
    L: Wifi everywhere, and there's a socket behind the desk if you bring a cable.
    S: Super.`,
  kitchen: `
    S: What's in the kitchen? Do I need to bring pots?
    L: Bring your favourite knife and one good pan. The rest is there, in three styles from four decades.
    S: Oven?
    L: Oven, [four rings|gas hob], and a toaster that needs to be held down. We call it mindfulness.
    S: 😂 I can work with that`,
  laundry: `
    ? washer
    S: Is there a washing machine in the house or do I need a laundrette?
    L: In the house. No coins, just be reasonable and not after ten at night.
    S: And drying?
    L: [Racks in the hall|A line outside and a rack for rain]. It's {city}, so mostly the rack.`,
  "desk-registration": `
    S: Can I register my address with the city there? I need it for the bank and the visa.
    L: Yes. I sign the form when you have the contract, it takes a day.
    S: Somebody told me most landlords refuse that!
    L: Then they met the wrong ones. Here it's normal.
    S: Thank you, that takes a weight off me.`,
  guests: `
    S: Are guests okay? My sister would visit now and then
    L: Of course. For up to [three|four] nights I don't need to know, for longer tell the others and me.
    S: She snores, should that be in the contract?
    L: Under "noise, natural".`,
  "partner-stays": `
    S: One more thing, my girlfriend lives in another town and comes on some weekends. Is that a problem?
    L: Not with me. Weekends yes, moving in no, the water bill notices everything.
    S: Understood 🙂 every second weekend at most`,
  pets: `
    S: I guess pets are a no?
    L: I'm afraid so, the floor says no. What kind would it be?
    S: A very small tortoise.
    L: Hm.
    L: How small?
    S: Like a bread roll
    ~35m
    L^2: I asked around. A bread roll may come, if it stays in your room and you tell whoever comes after you.
    S: You have made a reptile very happy`,
  heating: `
    ? boiler
    S: How is the {room} heated?
    L: Gas boiler, radiators in every room with their own dial.
    S: Is there a timer? I study at home in the day
    L: There is, six till nine and four till eleven, and a button for one more hour when you're at home.
    S: 👍`,
  "storage-suitcases": `
    S: Is there somewhere for two big suitcases? I can't bear to see them all year
    L: Under the stairs, if they have a name on them. Bring nothing you'd cry about, it's a bit damp there.
    S: Names on, nothing precious. Got it`,
  "contract-length": `
    S: How long is the contract, and what happens if I have to leave early?
    L: [Twelve|Eleven] months. If you leave early you help me find somebody and you're free on the day they move in.
    S: No penalty then?
    L^1: No. I'd rather have somebody in the room who wants to be there.`,
  "desk-light": `
    S: Which way does the window face?
    L: [East, so sun with your coffee|South-west, sun from noon till evening|North, soft light all day, painters love it]
    S: And is there a tree or a wall in front of it?
    L: A [pear tree|lime tree|cherry tree], and behind it sky.
    S: Sold, almost 🙂`,
  "shop-nearby": `
    S: Where do people buy food around there?
    L: For every day {shop}, five minutes. On Saturdays the market.
    L: And tell them you live with me, then you get the bruised peaches for nothing.
    S: I like bruised peaches.`,
  commute: `
    S: How do you get to {university} when it rains?
    L: Take {bus}, it stops around the corner. All in all it's {ride}.
    S: I'll count that as a yes`,
  "deposit-question": `
    S: The deposit is {deposit}, right? Can I pay it in two parts?
    L: [Half at the booking and half when you get the keys|In two parts is fine, the second on the day you move in], yes.
    S: By transfer to your account?
    L: Please not. Through the booking here, then it's protected and neither of us can be silly with it.
    S: That's better for me too.`,
  "who-else-asked": `
    S: Are many others interested in it? I don't want to push, I only need to know how fast I have to be
    L: Two have asked, one is coming to see it [on {day:2}|on {day:3}]. I decide after everybody has seen it, not by who is quickest.
    S: That's fair, thank you for saying it openly.`,
  "smoke-alarm": `
    S: Silly question from my mum: are there smoke alarms?
    L: Not silly. One in every room and on each landing, tested [in September|twice a year].
    L: There's also a fire blanket in the kitchen since a certain fondue.
    S: I won't tell her about the fondue.`,
  instrument: `
    S: I play the [clarinet|viola|accordion]. Is practising possible, maybe an hour a day?
    L: Between four and eight nobody has complained yet, and there was a trombone once.
    S: A trombone!
    L: With a mute, mostly.`,
  "vegetarian-fridge": `
    ? shared
    S: How does the fridge work with so many people? I'm vegetarian and a bit particular
    L: Everybody has a shelf. Milk, oil and onions are shared, there's a jar for the money.
    S: I could bring my own little fridge?
    L: Ask {flatmate}, who guards the electricity. But a shelf has been enough for everyone so far.`,
  accessibility: `
    S: How many steps are there to the {room}? My knee was operated in spring.
    L: Let me count properly when I'm there tonight.
    ~4h
    L^2: I counted: [two at the door and fourteen inside, with a rail|one at the door, and then twelve inside, with a rail on both sides].
    S: That's doable. Thank you for really counting!`,
});
