import { scenes } from "../scene.ts";

/** When it does not come to a room, or not to this one. */
export const endings = scenes("ending", {
  "let-to-another": `
    L: Hi {s}, I wanted to tell you myself: I've given the {room} to somebody who needed it [for the whole year|a little earlier].
    L: It wasn't easy, I liked how you wrote.
    S: Oh, that's a pity. Thank you for telling me, most don't.
    L: If something else gets free I'll write to you first.
    S: Please do 🙂`,
  "found-elsewhere": `
    S: Hello {l}, I've found a room closer to {university}, so I'd like to step back. Thank you for all the answers!
    L: I'm glad you found something, {s}. All the best for the term.
    S: Your house was the nicest of all I looked at, it was only the way there.
    L: That's kind. The kettle is on if you're ever around.`,
  "too-expensive": `
    S: I did my sums again and {rent} is too much for me with the fees this year. I'm sorry for taking your time
    L: Don't be sorry. Better now than in January.
    L: Have a look at [Rook House|the smaller rooms in the search], sometimes something comes up below 500.
    S: I will, thanks!`,
  "dates-do-not-fit": `
    S: My start got moved by the university, I'd only come [six weeks|two months] later now.
    L: That's long for me to leave it empty. May I offer it to the next in line?
    S: Of course, that's only fair.
    ~3h
    L: Thank you for being so relaxed about it. Write again when your dates are firm.
    S: I will!`,
  "stays-in-halls": `
    S: Funny turn: my halls offered me a bigger room and I said yes this morning.
    L: Ha, competition. I hope the bigger room has a window.
    S: It has one and a half. Thanks for everything, {l}
    L: One and a half is hard to beat. Good luck!`,
});
