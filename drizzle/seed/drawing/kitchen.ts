import type { Pen, Point } from "./pen.ts";
import { mug, type RoomColours } from "./room-parts.ts";
import { type View, windowAt } from "./window.ts";

const tiles = (pen: Pen, c: RoomColours): string => {
  const rows = [330, 376, 422, 468].map((y): Point[] => [
    [-5, y],
    [1205, y],
  ]);
  const columns = Array.from({ length: 10 }, (_, index): Point[] => [
    [index * 124 + 40, 300],
    [index * 124 + 40, 510],
  ]);
  return pen.lines([...rows, ...columns], `${c.paper}88`, 4);
};

const pan = (pen: Pen, x: number, c: RoomColours): string =>
  [
    pen.line(
      [
        [x, 100],
        [x, 146],
      ],
      c.ink,
      6,
    ),
    pen.oval(x, 182, 38, 36, c.ink),
    pen.oval(x, 182, 26, 24, c.floorDark),
  ].join("");

const pot = (pen: Pen, c: RoomColours): string =>
  [
    pen.soft(846, 426, 130, 76, 14, c.accent),
    pen.line(
      [
        [838, 424],
        [984, 424],
      ],
      c.ink,
      9,
    ),
    pen.line(
      [
        [911, 410],
        [911, 414],
      ],
      c.ink,
      16,
    ),
    pen.lines(
      [
        [
          [880, 394],
          [890, 370],
          [880, 346],
        ],
        [
          [930, 392],
          [938, 372],
        ],
      ],
      "#ffffffaa",
      6,
    ),
  ].join("");

const table = (pen: Pen, c: RoomColours): string =>
  [
    pen.lines(
      [
        [
          [190, 690],
          [176, 800],
        ],
        [
          [604, 690],
          [620, 800],
        ],
      ],
      c.wood,
      22,
    ),
    pen.box(120, 660, 560, 34, c.wood),
    pen.shape(
      [
        [330, 610],
        [476, 610],
        [446, 660],
        [360, 660],
      ],
      c.paper,
    ),
    ...[360, 404, 444].map((x, index) => pen.oval(x, 600, 27, 25, index === 1 ? c.accent : c.leaf)),
    mug(pen, 196, 660, c),
    pen.soft(536, 612, 32, 48, 10, c.sky),
    pen.lines(
      [
        [
          [550, 612],
          [542, 560],
        ],
        [
          [552, 612],
          [562, 548],
        ],
      ],
      c.leaf,
      6,
    ),
    pen.oval(540, 552, 18, 16, c.accent),
    pen.oval(564, 540, 18, 16, c.cloth),
  ].join("");

/** A kitchen with a window over the sink and a table in front. */
export const drawKitchen = (pen: Pen, c: RoomColours, view: View): string[] => {
  const squares = [0, 1].flatMap((row) =>
    Array.from({ length: 8 }, (_, index): [number, number, number, number] => [
      index * 168 - (row % 2 ? 84 : 0),
      716 + row * 42,
      84,
      42,
    ]),
  );
  return [
    pen.box(-10, 690, 1220, 130, c.floor),
    pen.boxes(squares, `${c.floorDark}55`),
    pen.box(-10, 300, 1220, 210, c.wallLight),
    tiles(pen, c),
    windowAt(pen, [250, 110, 300, 250], view, c),
    pen.line(
      [
        [620, 98],
        [1160, 98],
      ],
      c.wood,
      10,
    ),
    ...[680, 780].map((x) => pan(pen, x, c)),
    pen.line(
      [
        [880, 100],
        [880, 140],
      ],
      c.ink,
      6,
    ),
    pen.shape(
      [
        [846, 146],
        [914, 146],
        [900, 196],
        [860, 196],
      ],
      c.cloth,
    ),
    pen.plant(1090, 94, 50, c.leaf, c.accent),
    pen.box(-10, 506, 1220, 24, c.wood),
    pen.box(-10, 528, 1220, 170, c.cloth),
    pen.lines(
      [170, 350, 530, 710, 1010].map((x): Point[] => [
        [x, 534],
        [x, 690],
      ]),
      `${c.ink}55`,
      5,
    ),
    pen.lines(
      [110, 290, 470, 650, 1090].map((x): Point[] => [
        [x, 566],
        [x + 34, 566],
      ]),
      c.paper,
      8,
    ),
    pen.box(780, 540, 190, 150, c.ink),
    pen.box(804, 580, 142, 86, c.floorDark),
    pen.line(
      [
        [806, 560],
        [944, 560],
      ],
      c.paper,
      7,
    ),
    pen.line(
      [
        [400, 506],
        [400, 426],
        [440, 420],
        [446, 446],
      ],
      c.ink,
      11,
    ),
    pen.boxes([[340, 498, 160, 12]], c.ink),
    pot(pen, c),
    ...[80, 130].map((x, index) => pen.soft(x, 440 + index * 14, 40, 66 - index * 14, 8, index ? c.accent : c.paper)),
    pen.soft(1060, 416, 84, 90, 14, c.paper),
    pen.line(
      [
        [1076, 446],
        [1128, 446],
      ],
      c.accent,
      8,
    ),
    table(pen, c),
    pen.line(
      [
        [400, -10],
        [400, 60],
      ],
      c.ink,
      5,
    ),
    pen.shape(
      [
        [352, 96],
        [448, 96],
        [420, 52],
        [380, 52],
      ],
      c.accent,
    ),
  ];
};
