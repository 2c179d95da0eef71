import { addDays, dayAndMonth, weekdayName } from "./calendar.ts";
import type { Random } from "./random.ts";

export type Slots = Record<string, string>;

const CHOICE = /\[([^\]]*\|[^\]]*)\]/g;
const SLOT = /\{([a-z]+\d?)(?::(\d+))?\}/g;

const dated = (name: string, at: Date): string | undefined =>
  name === "day" ? weekdayName(at) : name === "date" ? dayAndMonth(at) : undefined;

/**
 * Turns a line of a scene into what was written: `[this|that]` becomes one of them, `{street}` the slot of that name,
 * `{day:2}` and `{date:2}` the weekday or date two days after the scene began. An unknown slot is an error.
 */
export const wordLine = (text: string, { slots, begins, random }: { slots: Slots; begins: Date; random: Random }): string =>
  text
    .replace(CHOICE, (_, choices: string) => random.pick(choices.split("|")))
    .replace(SLOT, (_, name: string, days: string | undefined) => {
      const value = days === undefined ? slots[name] : dated(name, addDays(begins, Number(days)));
      if (value === undefined) throw new Error(`No slot is called "${name}": ${text}`);
      return value;
    });
