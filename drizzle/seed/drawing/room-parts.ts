import type { Pen, Point } from "./pen.ts";

export type RoomColours = {
  wall: string;
  wallLight: string;
  floor: string;
  floorDark: string;
  wood: string;
  cloth: string;
  cloth2: string;
  paper: string;
  leaf: string;
  accent: string;
  ink: string;
  sky: string;
  land: string;
};

const FLOOR = 590;

export const curtains = (pen: Pen, [x, y, w, h]: [number, number, number, number], c: RoomColours): string => {
  const side = (left: number, inner: number) =>
    pen.shape(
      [
        [left, y - 34],
        [left + 84, y - 34],
        [inner, y + h * 0.6],
        [left + 70, y + h + 70],
        [left + 4, y + h + 70],
      ],
      c.cloth,
    );
  const folds = [20, 44].flatMap((dx) =>
    [x - 76 + dx, x + w + dx].map((fx): Point[] => [
      [fx, y - 20],
      [fx + 2, y + h + 56],
    ]),
  );
  return [
    side(x - 80, x - 10),
    side(x + w - 4, x + w + 76),
    pen.lines(folds, `${c.ink}22`, 6),
    pen.line(
      [
        [x - 100, y - 38],
        [x + w + 100, y - 38],
      ],
      c.wood,
      10,
    ),
  ].join("");
};

export const sunPatch = (pen: Pen, x: number, width: number, c: RoomColours): string =>
  pen.shape(
    [
      [x, FLOOR + 30],
      [x + width, FLOOR + 30],
      [x + width + 150, 790],
      [x + 90, 790],
    ],
    `${c.wallLight}99`,
  );

export const ground = (pen: Pen, c: RoomColours): string[] => [
  pen.shape(
    [
      [-10, -10],
      [420, -10],
      [120, FLOOR],
      [-10, FLOOR],
    ],
    c.wallLight,
    0,
  ),
  pen.box(-10, FLOOR, 1220, 230, c.floor),
  pen.lines(
    [650, 712, 770].map((y): Point[] => [
      [-10, y],
      [1210, y + 4],
    ]),
    `${c.floorDark}77`,
    5,
  ),
  pen.lines(
    [
      [
        [180, 592],
        [176, 648],
      ],
      [
        [520, 652],
        [514, 708],
      ],
      [
        [860, 594],
        [862, 648],
      ],
      [
        [1010, 714],
        [1014, 768],
      ],
      [
        [300, 714],
        [296, 768],
      ],
    ],
    `${c.floorDark}77`,
    5,
  ),
  pen.box(-10, FLOOR - 16, 1220, 20, c.paper, 2),
];

export const lamp = (pen: Pen, x: number, y: number, c: RoomColours): string =>
  [
    pen.oval(x, y - 84, 108, 96, `${c.wallLight}88`),
    pen.line(
      [
        [x, y],
        [x, y - 60],
      ],
      c.ink,
      8,
    ),
    pen.shape(
      [
        [x - 26, y - 118],
        [x + 26, y - 118],
        [x + 48, y - 56],
        [x - 48, y - 56],
      ],
      c.accent,
    ),
    pen.box(x - 22, y - 8, 44, 10, c.ink, 1),
  ].join("");

export const pictures = (pen: Pen, x: number, y: number, c: RoomColours): string =>
  [
    pen.box(x, y, 110, 140, c.paper),
    pen.oval(x + 55, y + 82, 34, 34, c.accent),
    pen.line(
      [
        [x + 20, y + 112],
        [x + 90, y + 108],
      ],
      c.ink,
      4,
    ),
    pen.box(x + 134, y + 34, 86, 86, c.cloth2),
    pen.foliage(x + 177, y + 76, 20, c.leaf, c.paper),
  ].join("");

export const books = (pen: Pen, x: number, y: number, count: number, c: RoomColours): string => {
  const colours = [c.accent, c.cloth, c.paper, c.leaf, c.cloth2];
  return Array.from({ length: count }, (_, index) => {
    const height = pen.random.between(54, 84);
    return pen.box(x + index * 24, y - height, 19, height, colours[(index * 2 + count) % colours.length] ?? c.accent, 2);
  }).join("");
};

export const shelf = (pen: Pen, x: number, y: number, c: RoomColours): string =>
  [books(pen, x + 16, y, 6, c), pen.plant(x + 212, y, 44, c.leaf, c.paper), pen.box(x, y, 260, 16, c.wood)].join("");

export const mug = (pen: Pen, x: number, y: number, c: RoomColours): string =>
  [
    pen.soft(x, y - 46, 42, 46, 8, c.accent),
    pen.line(
      [
        [x + 42, y - 36],
        [x + 58, y - 26],
        [x + 42, y - 12],
      ],
      c.accent,
      7,
    ),
    pen.lines(
      [
        [
          [x + 12, y - 60],
          [x + 18, y - 78],
          [x + 12, y - 94],
        ],
        [
          [x + 30, y - 58],
          [x + 35, y - 72],
        ],
      ],
      "#ffffffaa",
      5,
    ),
  ].join("");
