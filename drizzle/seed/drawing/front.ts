import { type Gable, houseAt } from "./house.ts";
import type { Pen } from "./pen.ts";
import { bicycle, cloud, GROUND, type StreetColours, tree } from "./street-parts.ts";

export type Street = {
  gable: Gable;
  floors: number;
  columns: number;
  door: number;
  top: number;
  width: number;
  pattern?: "brick" | "tiles";
  water?: boolean;
  extra: "bicycle" | "tree" | "lamp" | "none";
};

const streetLamp = (pen: Pen, x: number, c: StreetColours): string =>
  [
    pen.line(
      [
        [x, GROUND + 50],
        [x, 400],
      ],
      c.ink,
      10,
    ),
    pen.shape(
      [
        [x - 20, 400],
        [x + 20, 400],
        [x + 28, 350],
        [x - 28, 350],
      ],
      "#fbe6ae",
    ),
    pen.line(
      [
        [x - 30, 348],
        [x + 30, 348],
      ],
      c.ink,
      9,
    ),
  ].join("");

const quay = (pen: Pen, c: StreetColours): string[] => [
  pen.box(-10, GROUND, 1220, 30, c.trim),
  pen.box(-10, GROUND + 26, 1220, 120, c.street),
  pen.lines(
    [
      [
        [80, 730],
        [240, 730],
      ],
      [
        [420, 756],
        [560, 756],
      ],
      [
        [760, 728],
        [880, 728],
      ],
      [
        [980, 764],
        [1120, 764],
      ],
    ],
    "#ffffff88",
    6,
  ),
  pen.line(
    [
      [700, 730],
      [660, 560],
    ],
    c.ink,
    7,
  ),
  pen.shape(
    [
      [600, 724],
      [900, 724],
      [870, 764],
      [630, 764],
    ],
    c.door,
  ),
];

const pavement = (pen: Pen, c: StreetColours): string[] => [
  pen.box(-10, GROUND, 1220, 34, c.trim),
  pen.box(-10, GROUND + 30, 1220, 120, c.street),
  pen.lines(
    [
      [
        [60, 748],
        [200, 750],
      ],
      [
        [380, 752],
        [520, 750],
      ],
      [
        [700, 748],
        [840, 752],
      ],
      [
        [1000, 750],
        [1140, 748],
      ],
    ],
    "#ffffff55",
    8,
  ),
];

const extraOf = (pen: Pen, { extra }: Street, c: StreetColours): string => {
  if (extra === "bicycle") return bicycle(pen, 150, GROUND + 34, c) + tree(pen, 1090, GROUND + 30, 92, c);
  if (extra === "tree") return tree(pen, 140, GROUND + 30, 116, c);
  return extra === "lamp" ? streetLamp(pen, 170, c) + bicycle(pen, 930, GROUND + 34, c) : "";
};

/** A house front between its neighbours. */
export const drawFront = (pen: Pen, c: StreetColours, street: Street): string[] => {
  const { gable, floors, columns, door, top, width, pattern } = street;
  const x = (1200 - width) / 2;
  const isAlone = gable === "thatched";
  const gap = isAlone ? 90 : 0;
  const beside = {
    gable: isAlone ? ("pitched" as const) : gable,
    columns: 2,
    door: -1,
    floors: Math.max(2, floors - 1),
    width: 300,
  };
  return [
    cloud(pen, 220, 120, 110, c.cloud),
    cloud(pen, 900, 80, 140, c.cloud),
    houseAt(pen, { ...beside, x: x - gap - 300, top: top + 70, wall: c.wall2 }, c),
    houseAt(pen, { ...beside, x: x + width + gap, top: top + 44, wall: c.wall3 }, c),
    houseAt(pen, { x, width, top, wall: c.wall, gable, floors, columns, door, ...(pattern && { pattern }) }, c),
    ...(street.water ? quay(pen, c) : pavement(pen, c)),
    ...[x + 54, x + width - 56].map((px) => pen.plant(px, GROUND + 8, 58, c.leaf, c.accent)),
    extraOf(pen, street, c),
  ];
};
