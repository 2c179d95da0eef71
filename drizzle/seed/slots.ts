import { addDays, dayAndMonth, fromWaking, nextFirst } from "./calendar.ts";
import type { Setting } from "./conversation.ts";
import type { Random } from "./random.ts";
import type { Slots } from "./wording.ts";

const firstName = (name: string) => name.split(" ")[0] ?? name;
const euros = (amount: number) => `€${amount}`;

type Story = {
  setting: Setting;
  /** When the first words were written. */
  begins: Date;
  /** When somebody came with boxes; null when it never came to that. */
  arrives: Date | null;
  random: Random;
};

/** Who moved in came on that day; who only asks comes on a first of the month when the room is free. */
const moveInDate = ({ setting: { room, now }, begins, arrives }: Story): Date => {
  if (arrives) return arrives;
  const soon = nextFirst(begins, 6);
  const free = addDays(fromWaking(now), room?.freeInDays ?? 0);
  return free < soon ? soon : nextFirst(free, 0);
};

/** The words that stay the same through one conversation. */
export const storySlots = (story: Story): Slots => {
  const { names, listing, room } = story.setting;
  const { random } = story;
  const meter = random.int(30_000, 59_000);
  const people = { s: firstName(names[0]), l: firstName(names[1]), a: firstName(names[0]), b: firstName(names[1]) };
  const meters = { meter: String(meter), meter2: String(meter + random.int(410, 980)) };
  if (!listing || !room) return { ...people, ...meters, flatmate: random.pick(["Zofia", "Marek", "Ebba", "Luca", "Nour"]) };
  const { flatmates, ...facts } = listing.facts;
  return {
    ...people,
    ...meters,
    ...facts,
    flatmate: flatmates[0],
    flatmate2: flatmates[1],
    street: listing.street,
    house: listing.title,
    city: listing.city,
    room: room.called,
    rent: euros(room.rentEuros),
    deposit: euros(room.depositEuros),
    movein: dayAndMonth(moveInDate(story)),
  };
};
