import type { Random } from "./random.ts";

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");

/** An odd factor makes every counter below 2^32 another number, so that no two ids are equal and none looks counted. */
const scramble = (counter: number) => Math.imul(counter, 0x9e3779b1) >>> 0;

/** Makes ids of UUID version 7 that repeat themselves from run to run, each unlike all others of the same maker. */
export const createIds = (random: Random) => {
  let counter = 0;
  return (at: Date): string => {
    counter += 1;
    const time = hex(at.getTime(), 12);
    const version = `7${hex(random.int(0, 0xfff), 3)}`;
    const variant = `${random.pick(["8", "9", "a", "b"])}${hex(random.int(0, 0xfff), 3)}`;
    const tail = `${hex(scramble(counter), 8)}${hex(random.int(0, 0xffff), 4)}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${tail}`;
  };
};
