import { expect, test } from "vitest";
import { createDoor } from "./door.ts";

const never = new Promise<void>(() => undefined);

test("when as many as fit are coming in, the next is told when to come back", async () => {
  const door = createDoor({ places: 2, random: () => 0.5 });
  let letIn = (): void => undefined;
  const first = door.handshakes.during(
    new Promise<void>((resolve) => {
      letIn = resolve;
    }),
  );
  expect(door.refusal()).toBeUndefined();
  void door.handshakes.during(never);
  expect(door.refusal()).toMatchObject({ code: "unavailable", retryAfterMs: 3_000 });
  letIn();
  await first;
  expect(door.refusal()).toBeUndefined();
});

test("a closed door lets nobody in", () => {
  const door = createDoor({ random: () => 0 });
  door.close();
  expect(door.refusal()).toMatchObject({ code: "unavailable", retryAfterMs: 1_000 });
});
