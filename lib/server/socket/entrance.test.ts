import { expect, test } from "vitest";
import { createEntrance } from "./entrance.ts";

const HOUSE = "the house chat";
const OTHER = "another one";

test("who is on the way in while they are shown out does not get in by what was true before", () => {
  const entrance = createEntrance();
  const bob = entrance.arrive("bob");
  const carol = entrance.arrive("carol");
  entrance.shut(["bob"], HOUSE);
  entrance.settled(["bob"], HOUSE);
  expect(bob.past([HOUSE, OTHER])).toEqual([OTHER]);
  expect(carol.past([HOUSE, OTHER])).toEqual([HOUSE, OTHER]);
});

test("who arrives before that is stored does not get in either, and whoever arrives after it is let in by what they read", () => {
  const entrance = createEntrance();
  entrance.shut(["bob"], HOUSE);
  const early = entrance.arrive("bob");
  expect(early.past([HOUSE])).toEqual([]);
  entrance.settled(["bob"], HOUSE);
  expect(entrance.arrive("bob").past([HOUSE])).toEqual([HOUSE]);
});

test("who is let in again, or never was shown out, gets in", () => {
  const entrance = createEntrance();
  const bob = entrance.arrive("bob");
  entrance.shut(["bob"], HOUSE);
  entrance.open(["bob"], HOUSE);
  expect(bob.past([HOUSE])).toEqual([HOUSE]);
  expect(entrance.arrive("bob").past([HOUSE])).toEqual([HOUSE]);
});
