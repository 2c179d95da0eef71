import { expect, test } from "vitest";
import { createRenewed } from "./renewed.ts";

const createTicket = ({ failures = 0 } = {}) => {
  let now = 0;
  let made = 0;
  let failing = failures;
  const make = async () => {
    made += 1;
    if (failing > 0) {
      failing -= 1;
      throw new Error("nobody answers");
    }
    return { value: `ticket ${made}`, until: new Date(now + 100) };
  };
  const ticket = createRenewed({ make, clock: () => new Date(now) });
  return {
    ticket,
    passes: (ms: number): void => {
      now += ms;
    },
  };
};

test("it is made once for all who ask, and anew when its time is over", async () => {
  const { ticket, passes } = createTicket();
  expect(await Promise.all([ticket.get(), ticket.get()])).toEqual(["ticket 1", "ticket 1"]);
  passes(99);
  expect(await ticket.get()).toBe("ticket 1");
  passes(1);
  expect(await Promise.all([ticket.get(), ticket.get(), ticket.get()])).toEqual(["ticket 2", "ticket 2", "ticket 2"]);
});

test("it is made anew when it is forgotten, and after a failure", async () => {
  const { ticket } = createTicket({ failures: 1 });
  await expect(ticket.get()).rejects.toThrow("nobody answers");
  expect(await ticket.get()).toBe("ticket 2");
  ticket.forget();
  expect(await ticket.get()).toBe("ticket 3");
});
