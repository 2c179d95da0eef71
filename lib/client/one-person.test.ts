import { expect, it, vi } from "vitest";
import { watchPerson } from "./one-person.ts";
import { alice, bob } from "./testing/conversations.ts";

it("tells the pages of whoever was here before that somebody else is here now, and nobody else", async () => {
  const [first, second, third] = [vi.fn(), vi.fn(), vi.fn()];
  const stops = [watchPerson(alice, first), watchPerson(alice, second), watchPerson(bob, third)];
  await expect.poll(() => [first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(third).not.toHaveBeenCalled();
  for (const stop of stops) stop();
});
