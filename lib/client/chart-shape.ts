/** A point of a line: its place in time, and its value; a gap where there is none. */
export type ChartPoint = { at: number; value: number | null };

type Frame = { from: number; to: number; top: number; width: number; height: number };

/** The least round number that is not below: 1, 2 or 5 with noughts behind it. */
export const roundTop = (most: number): number => {
  if (!(most > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].find((one) => one * power >= most) ?? 10;
  return step * power;
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** The runs of points that follow each other without a gap, each as the places of its points in the frame. */
const runsOf = (points: readonly ChartPoint[], { from, to, top, width, height }: Frame): [number, number][][] => {
  const runs: [number, number][][] = [[]];
  for (const { at, value } of points) {
    if (value === null) runs.push([]);
    else if (at >= from)
      runs.at(-1)?.push([round(((at - from) / (to - from)) * width), round(height - Math.min(1, value / top) * height)]);
  }
  return runs.filter((run) => run.length > 0);
};

const pathOf = (run: readonly [number, number][]): string =>
  run.map(([x, y], place) => `${place === 0 ? "M" : "L"}${x} ${y}`).join("");

/** The `d` of an SVG path through the points; a single one is a short stroke. */
export const linePath = (points: readonly ChartPoint[], frame: Frame): string =>
  runsOf(points, frame)
    .map((run) => (run.length === 1 ? `${pathOf(run)}h-4` : pathOf(run)))
    .join("");

/** The `d` of what is below such a line. */
export const areaPath = (points: readonly ChartPoint[], frame: Frame): string =>
  runsOf(points, frame)
    .map((run) => `${pathOf(run)}L${run.at(-1)?.[0]} ${frame.height}L${run[0]?.[0]} ${frame.height}Z`)
    .join("");
