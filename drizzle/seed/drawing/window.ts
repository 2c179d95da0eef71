import type { Pen, Point } from "./pen.ts";
import type { RoomColours } from "./room-parts.ts";

const WATER = "#86b7c4";

export type View = "hills" | "roofs" | "river" | "night" | "trees";

const distantRoofs = (pen: Pen, x: number, y: number, width: number, colour: string): string => {
  const step = width / 4;
  const points: Point[] = [[x, y]];
  for (let index = 0; index < 4; index += 1) {
    const left = x + index * step;
    const height = pen.random.between(30, 80);
    points.push([left + 4, y - height], [left + step / 2, y - height - 34], [left + step - 4, y - height], [left + step, y - 18]);
  }
  points.push([x + width, y]);
  return pen.shape(points, colour, 2);
};

const viewOut = (pen: Pen, view: View, [x, y, w, h]: [number, number, number, number], c: RoomColours): string => {
  const bottom = y + h;
  const sun = pen.oval(x + w * 0.72, y + h * 0.3, h * 0.1, h * 0.1, view === "night" ? "#f6efd2" : "#fff6d8");
  const hill = (top: number, colour: string) =>
    pen.shape(
      [
        [x, bottom],
        [x, y + h * top],
        [x + w * 0.35, y + h * (top - 0.1)],
        [x + w * 0.7, y + h * (top + 0.05)],
        [x + w, y + h * (top - 0.06)],
        [x + w, bottom],
      ],
      colour,
      2,
    );
  if (view === "hills") return sun + hill(0.66, c.land) + hill(0.82, c.leaf);
  if (view === "trees")
    return [
      hill(0.85, c.land),
      pen.foliage(x + w * 0.3, y + h * 0.55, h * 0.22, c.leaf, c.land),
      pen.foliage(x + w * 0.8, y + h * 0.66, h * 0.17, c.land, c.leaf),
    ].join("");
  if (view === "river")
    return [
      sun,
      distantRoofs(pen, x, y + h * 0.72, w, c.land),
      pen.box(x, y + h * 0.7, w, h * 0.3, WATER, 1),
      pen.lines(
        [0.78, 0.86, 0.92].map((f) => [
          [x + w * (0.1 + f * 0.2), y + h * f],
          [x + w * (0.35 + f * 0.3), y + h * f],
        ]),
        "#ffffff88",
        5,
      ),
    ].join("");
  const stars: [number, number, number, number][] = [0.15, 0.3, 0.42, 0.9].map((f) => [
    x + w * f,
    y + h * (0.12 + ((f * 7) % 0.3)),
    6,
    6,
  ]);
  return sun + (view === "night" ? pen.boxes(stars, "#f6efd2") : "") + distantRoofs(pen, x, bottom, w, c.land);
};

/** A window with its frame and what one sees through it. */
export const windowAt = (pen: Pen, place: [x: number, y: number, w: number, h: number], view: View, c: RoomColours): string => {
  const [x, y, w, h] = place;
  return [
    pen.box(x - 14, y - 14, w + 28, h + 28, c.paper),
    pen.box(x, y, w, h, c.sky, 1),
    viewOut(pen, view, place, c),
    pen.line(
      [
        [x + w / 2, y],
        [x + w / 2, y + h],
      ],
      c.paper,
      12,
    ),
    pen.line(
      [
        [x, y + h * 0.42],
        [x + w, y + h * 0.42],
      ],
      c.paper,
      8,
    ),
    pen.box(x - 30, y + h + 12, w + 60, 20, c.paper),
  ].join("");
};
