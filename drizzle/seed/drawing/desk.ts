import type { Pen } from "./pen.ts";
import { books, ground, lamp, mug, pictures, type RoomColours, shelf, sunPatch } from "./room-parts.ts";
import { type View, windowAt } from "./window.ts";

const laptop = (pen: Pen, x: number, y: number, c: RoomColours): string =>
  [
    pen.shape(
      [
        [x, y - 110],
        [x + 170, y - 112],
        [x + 176, y - 6],
        [x - 4, y - 6],
      ],
      c.ink,
    ),
    pen.shape(
      [
        [x + 12, y - 98],
        [x + 158, y - 100],
        [x + 162, y - 18],
        [x + 8, y - 18],
      ],
      c.sky,
    ),
    pen.lines(
      [
        [
          [x + 28, y - 76],
          [x + 110, y - 77],
        ],
        [
          [x + 28, y - 56],
          [x + 136, y - 57],
        ],
      ],
      c.paper,
      7,
    ),
    pen.box(x - 22, y - 10, 216, 12, c.floorDark, 1),
  ].join("");

const chair = (pen: Pen, x: number, c: RoomColours): string =>
  [
    pen.lines(
      [
        [
          [x + 30, 664],
          [x + 14, 776],
        ],
        [
          [x + 150, 664],
          [x + 168, 776],
        ],
        [
          [x + 50, 664],
          [x + 50, 750],
        ],
        [
          [x + 132, 664],
          [x + 132, 750],
        ],
      ],
      c.ink,
      11,
    ),
    pen.soft(x + 6, 520, 168, 96, 30, c.cloth),
    pen.lines(
      [
        [
          [x + 40, 600],
          [x + 40, 660],
        ],
        [
          [x + 140, 600],
          [x + 140, 660],
        ],
      ],
      c.ink,
      10,
    ),
    pen.soft(x, 642, 182, 34, 16, c.cloth2),
  ].join("");

/** A desk below a large window. */
export const drawDesk = (pen: Pen, c: RoomColours, view: View, extra: "shelf" | "pictures"): string[] => {
  const place: [number, number, number, number] = [400, 90, 420, 330];
  return [
    ...ground(pen, c),
    windowAt(pen, place, view, c),
    extra === "shelf" ? shelf(pen, 896, 230, c) : pictures(pen, 910, 130, c),
    pen.oval(620, 752, 330, 38, c.cloth2),
    sunPatch(pen, 560, 180, c),
    pen.lines(
      [
        [
          [250, 520],
          [236, 742],
        ],
        [
          [960, 520],
          [974, 742],
        ],
      ],
      c.wood,
      20,
    ),
    pen.boxes([[770, 520, 170, 150]], c.wood),
    pen.lines(
      [
        [
          [786, 566],
          [924, 566],
        ],
        [
          [786, 616],
          [924, 616],
        ],
      ],
      c.floorDark,
      5,
    ),
    pen.box(206, 496, 800, 32, c.wood),
    pen.line(
      [
        [212, 526],
        [1000, 526],
      ],
      c.floorDark,
      5,
    ),
    laptop(pen, 520, 494, c),
    lamp(pen, 310, 496, c),
    mug(pen, 762, 494, c),
    books(pen, 850, 496, 5, c),
    pen.boxes(
      [
        [396, 478, 92, 14],
        [404, 464, 78, 13],
      ],
      c.accent,
    ),
    chair(pen, 510, c),
    pen.plant(1096, 752, 116, c.leaf, c.cloth),
    pen.plant(118, 400, 60, c.leaf, c.accent),
    pen.box(60, 400, 130, 16, c.wood),
  ];
};
