import { scenes } from "../scene.ts";

/** Papers and money, from the yes to the keys. */
export const contracts = scenes("contract", {
  draft: `
    L: The draft is ready. Please read paragraph 7 about notice with care, the rest is ordinary.
    S: Reading it tonight.
    ~5h
    S: One thing: it says "no plants on the sill". Is that serious?
    L: That was about a basil that fell on {neighbour}. Small and secured plants are fine, I'll change it.
    S: Then I have no more questions 🌱
    L: Changed, and the new page is in.`,
  "deposit-paid": `
    S: I've paid the deposit of {deposit} with the booking. Do you see it?
    L: It says "protected" on my side, so all is well.
    S: Ok great. First time I've ever spent that much in one click
    L: It's still yours. You only can't see it for a while.`,
  guarantor: `
    L: For the file I still need a guarantor, or [three months of statements|a grant letter].
    S: I have a scholarship letter, would that do?
    L: Even better. Name, amount and dates visible, everything else you can black out.
    S: I'll scan it at the library [tomorrow|in the morning].
    @1 11:30
    S: Done, two pages. Sorry for the coffee ring.
    L: Every good file has one. Complete now, thank you.`,
  "start-date": `
    S: Would it be possible to get in a few days before {movein}? My lease here ends earlier
    L: The painter is in until two days before. After that it's yours.
    S: Two days earlier would already save me. What would that cost?
    L: Nothing. Bring the painter a coffee if he's still there.
    S: Deal ☕`,
  signature: `
    L: You can sign now, I've done my side.
    S: Signed!
    S: I clicked twice, I hope I haven't rented two rooms
    L: One room, twice signed. Welcome, {s}.
    S: 🎉`,
  "inventory-list": `
    L: I'm writing the inventory. Do you want to keep the armchair in the {room} or shall I take it out?
    S: Is it the green one?
    L: The green one, with one honourable scratch.
    S: Please keep it! I had plans with that chair
    L: It stays.`,
  insurance: `
    S: Do I need an insurance of my own for my things?
    L: Mine covers the house, not your laptop. Many students are covered through their parents, ask there first.
    S: I'll ask. And if I flood the kitchen?
    L: Then we need a mop and your liability insurance, in this order.
    S: Clear 😄`,
  "rent-day": `
    S: On which day do you want the rent?
    L: By the [3rd|5th] of the month. If something goes wrong, write to me before, not after, and we'll find a way.
    S: My grant comes on the 1st, so that's easy.
    L: Perfect.`,
  "name-on-contract": `
    S: Small thing, my name in the contract is missing a letter
    L: Oh no. Which one?
    S: The one that autocorrect always eats. It's in my passport as I wrote it here
    L: Fixed, and I've told the autocorrect off. New page is up.
    S: Thank you, all correct now.`,
  "end-date": `
    S: Does the contract end by itself or do I have to give notice?
    L: It ends by itself. [Two|Three] months before, I ask you if you'd like to stay, and you get the first word.
    S: That's decent.
    L: It's also less work for me than strangers.`,
  "what-next": `
    S: What happens now, step by step? I'd like to do it right
    L: You read the draft, we both sign, you pay the deposit here, and on {movein} I stand at the door with keys.
    L: Nothing of it is urgent before [{day:2}|{day:3}], so take your time.
    S: That's the clearest thing anybody has told me this month.`,
  "two-small-things": `
    S: I've read it all! Only paragraph 4 made me stop
    L: The one about repairs?
    L^2: It only says that you tell me early and I pay. The lawyer needed eleven lines for it.
    S: Eleven good lines then.`,
  "questions-by-list": `
    L: Anything left before I send the final version?
    S: Three small ones, then I'm quiet
    S: May I paint, if I paint it back? Is there a second key? And who do I call when you're away?
    S: And a fourth: is the mattress new? 🙈
    L^2: Yes, yes, {plumber} for water and me for the rest, and from last year.
    S: Best answer sheet ever`,
  "photo-id": `
    L: For the contract I need your full name as in your passport, and the date you arrive.
    L: Please no picture of the passport itself, I neither need nor want one.
    S: Good to hear, the last place asked for both sides. I arrive on {movein}, in the afternoon
    L: Noted. Name as on your profile?
    S: Exactly like that.`,
});
