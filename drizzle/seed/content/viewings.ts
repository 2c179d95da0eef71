import { scenes } from "../scene.ts";

/** Making an appointment, and coming to it. */
export const viewings = scenes("viewing", {
  "two-days-on": `
    S: Could I come and see the {room} on {day:2}? I'm free after {time}
    L: {day:2} at {time} works. Ring the upper bell, the lower one hasn't rung since {flatmate} painted the door.
    S: Upper bell, {time}. See you then!
    @2 {time}
    S: I think I'm in front of it. [Green door?|Is it the door with the lion?]
    L: That's the one, coming down
    ~2h
    S: Thank you for showing me everything. It's brighter than in the pictures!
    L: They were taken in February. Sleep on it and tell me.
    @3 10:10
    S: Slept on it. I'd love to take it.
    L: That makes me happy. I'll get the papers ready.`,
  "running-late": `
    L: Does {day:1} at {time} suit you for a viewing?
    S: It does! I'll come straight from [the lab|the library|my seminar].
    @1 {time}
    S: So sorry, {bus} is stuck. I'll be fifteen minutes late
    L: Don't run. I've got a coffee and a chair.
    ~20m
    S: I can see the house now
    ~3h
    S: It's lovely. I have to call home and then I'll write to you
    @2 18:40
    S: Home says yes, and I say yes.
    L: Then we are three. I'm putting your name on the {room}.`,
  "video-viewing": `
    S: Would a video viewing on {day:1} be possible? Any time after {time}
    L: {day:1}, {time} then. I'll call you from here, you need nothing but a screen.
    @1 {time}
    L: I'm in the hall. Ready?
    S: Ready, my camera is a bit dark, sorry
    ~40m
    S: Thank you so much! You were right about the cupboards.
    L: You were the first to ask to see the inside of the oven.
    S: I bake 😇
    @2 12:20
    S: I've thought about it and would like to take the {room} if it's still there.
    L: It's still there. Yes from me too.`,
  "wrong-house": `
    S: Is {time} on {day:1} still good for you?
    L: Yes, see you at {street}.
    @1 {time}
    S: I've rung three times but nobody opens 😕
    L: I'm standing at the window and I don't see you. What's in front of you?
    S: A dentist
    L: Then you're one house too far. Turn around and look for the bicycle on the wall.
    S: Oh no. The dentist has seen me now
    L: I'm sure {neighbour} saw you too. Come in!
    ~2h
    S: Thanks for the tour and the tea. I really like it, can I tell you by {day:3}?
    L: Of course.
    @3 17:15
    S: It's a yes!
    L: Wonderful. I was hoping so.`,
  "with-parents": `
    S: Would it be all right if my dad comes along on {day:3}? He measures things.
    L: He's welcome. {time}?
    S: {time} is good
    @3 {time}
    S: We're here. He has the tape measure out already, I apologise
    ~2h
    L: Your father is right about the shelf, by the way. I'll put a second screw in.
    S: He's very proud now. And I would like the room 🙂
    L: Then let's do it.`,
  "meets-the-flatmates": `
    ? shared
    L: If you can, come when the others are in. {day:2} at {time}, {flatmate} cooks on that day.
    S: Gladly. Can I bring something?
    L: Bread. There's never enough bread.
    @2 {time}
    S: Bread and me are at the door
    @3 09:40
    S: That was such a nice evening. {flatmate2} told me about the legendary moth.
    L: Everybody hears about the moth. They liked you, I'm allowed to say so.
    S: Then I'll say it too: I'd like to move in.
    L: Consider it agreed.`,
  rescheduled: `
    S: I'm so sorry, I have to move our viewing. My supervisor put a meeting on it
    L: Supervisors do that. {day:2} instead, at {time}?
    S: Yes please
    @2 09:20
    L: Small change from my side now: {plumber} is here and the hall is full of pipes. Would half an hour later be all right?
    S: Totally fine, then we're even
    @2 18:50
    S: Thank you! Even with pipes it's a beautiful house.
    L: That's the spirit we look for.
    @3 20:05
    S: I'd like to take it. Is there anything I should sign?
    L: I'll send you the draft here and then we do the booking.`,
  "second-look": `
    S: Could I see the {room} a second time, in daylight? I liked it but it was dark
    L: Good idea. {day:1}, around {time}?
    S: Perfect, I'm quick, ten minutes
    @1 {time}
    S: I'm here, and so is the sun ☀️
    ~1h
    S: Now I'm sure. It's the one by the window I'd sit at all day.
    L: I'll keep it for you until {day:4}, then we need to have the booking.`,
});
