import { GROUP_SIZE } from "../data/people.ts";
import { type Line, median } from "../report.ts";
import { builds, startStage } from "../stage.ts";

/** G8: how long until everybody in a group of two hundred has heard a message. */

const ROUNDS = 3;
const RATE = 10;
const SECONDS = 4;

export const group = async (): Promise<Line[]> => {
  const stage = await startStage(...builds(), "relay");
  try {
    for (const rival of stage.rivals) {
      const seats = await stage.seats(rival, GROUP_SIZE, "group");
      await rival.load.ask("connect", { url: rival.url, seats, atOnce: 10 });
    }
    const times: Record<string, { p50: number[]; p99: number[]; lost: number }> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, load } of stage.rivals) {
        const { delivery, delivered, expected } = await load.ask("send", {
          rate: RATE,
          seconds: SECONDS,
          receivers: GROUP_SIZE - 1,
        });
        const { p50 = [], p99 = [], lost = 0 } = times[name] ?? {};
        times[name] = { p50: [...p50, delivery.p50], p99: [...p99, delivery.p99], lost: lost + expected - delivered };
      }
    }
    const ratio = median(times.product?.p50 ?? []) / median(times.relay?.p50 ?? []);
    return [
      ...Object.entries(times).map(([name, { p50, p99, lost }]) => ({
        goal: "G8",
        what: `${name}: to each of ${GROUP_SIZE - 1} others, ms`,
        figures: { p50: median(p50), p99: median(p99), lost },
      })),
      { goal: "G8", what: "product / relay, p50 (2)", figures: { ratio }, met: ratio <= 2 },
    ];
  } finally {
    await stage.stop();
  }
};
