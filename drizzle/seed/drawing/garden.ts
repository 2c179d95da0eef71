import { houseAt } from "./house.ts";
import type { Pen, Point } from "./pen.ts";
import { cloud, type StreetColours, tree } from "./street-parts.ts";

export type GardenKind = "lawn" | "lights" | "patio" | "terrace";

const flowers = (pen: Pen, x: number, y: number, c: StreetColours): string => {
  const heads = Array.from(
    { length: 8 },
    (_, index): Point => [x + index * 42 + pen.random.between(-8, 8), y - pen.random.between(30, 66)],
  );
  const stems = heads.map(([fx, fy]): Point[] => [
    [fx, y],
    [fx, fy],
  ]);
  const blossoms = heads.map(([fx, fy], index) => pen.oval(fx, fy, 14, 13, index % 3 ? c.accent : c.trim));
  return pen.lines(stems, c.leaf2, 6) + blossoms.join("");
};

const chairs = (pen: Pen, x: number, y: number, c: StreetColours): string => {
  const legs = [x - 236, x + 170].flatMap((left): Point[][] => [
    [
      [left + 10, y + 30],
      [left + 2, y + 112],
    ],
    [
      [left + 66, y + 30],
      [left + 74, y + 112],
    ],
  ]);
  const backs: Point[][] = [
    [
      [x - 238, y + 20],
      [x - 250, y - 80],
    ],
    [
      [x + 248, y + 20],
      [x + 260, y - 80],
    ],
  ];
  return (
    pen.lines([...legs, ...backs], c.ink, 8) +
    [x - 236, x + 170].map((left) => pen.soft(left, y + 16, 76, 18, 8, c.accent)).join("")
  );
};

const table = (pen: Pen, x: number, y: number, c: StreetColours): string =>
  [
    pen.lines(
      [
        [
          [x - 70, y],
          [x - 96, y + 104],
        ],
        [
          [x + 70, y],
          [x + 96, y + 104],
        ],
      ],
      c.ink,
      10,
    ),
    pen.soft(x - 140, y - 16, 280, 24, 10, c.trim),
    pen.soft(x - 22, y - 62, 40, 46, 10, c.door),
    pen.foliage(x, y - 84, 26, c.accent, c.trim),
    chairs(pen, x, y, c),
  ].join("");

const stringLights = (pen: Pen, c: StreetColours): string => {
  const bulbs = Array.from({ length: 8 }, (_, index): Point => [110 + index * 140, 190 + Math.sin((index / 7) * Math.PI) * 110]);
  const glow = bulbs.map(([x, y]) => pen.oval(x, y + 16, 12, 15, "#ffe9a8")).join("");
  return pen.line([[-10, 150], ...bulbs, [1210, 160]], c.ink, 4, 0) + glow;
};

const parasol = (pen: Pen, c: StreetColours): string =>
  pen.line(
    [
      [800, 660],
      [800, 300],
    ],
    c.ink,
    10,
  ) +
  pen.shape(
    [
      [590, 380],
      [800, 270],
      [1010, 380],
    ],
    c.accent,
  );

const fence = (pen: Pen, c: StreetColours): string => {
  const slats = Array.from({ length: 12 }, (_, index): Point[] => [
    [index * 72 + 410, 528],
    [index * 72 + 410, 652],
  ]);
  return pen.box(380, 524, 830, 134, c.wall2) + pen.lines(slats, `${c.ink}33`, 6);
};

const townBelow = (pen: Pen, c: StreetColours): string[] => {
  const walls = [c.wall, c.wall2, c.wall3];
  const houses = [60, 220, 360, 560, 720, 920, 1060].map((x, index) => {
    const y = 420 - (index % 3) * 34;
    return (
      pen.box(x, y, 120, 190, walls[index % 3] ?? c.wall) +
      pen.shape(
        [
          [x - 8, y + 4],
          [x + 60, y - 48],
          [x + 128, y + 4],
        ],
        c.roof,
      )
    );
  });
  const bars = Array.from({ length: 13 }, (_, index): Point[] => [
    [index * 100 + 6, 560],
    [index * 100 + 6, 640],
  ]);
  return [
    pen.oval(900, 170, 62, 62, "#fff3cf"),
    pen.shape(
      [
        [-10, 420],
        [200, 330],
        [420, 390],
        [640, 340],
        [900, 400],
        [1210, 330],
        [1210, 600],
        [-10, 600],
      ],
      c.leaf2,
    ),
    ...houses,
    pen.box(-10, 540, 1220, 40, c.trim),
    pen.lines(bars, c.trim, 12),
  ];
};

const houseBehind = (pen: Pen, c: StreetColours): string[] => [
  cloud(pen, 860, 110, 130, c.cloud),
  pen.foliage(1010, 360, 150, c.leaf2, c.leaf),
  pen.foliage(760, 410, 100, c.leaf, c.leaf2),
  houseAt(pen, { x: -60, width: 470, top: 250, wall: c.wall, gable: "pitched", floors: 2, columns: 3, door: 2 }, c),
  fence(pen, c),
];

const slabs = (pen: Pen, top: number, c: StreetColours): string =>
  pen.box(-10, top, 1220, 230, c.street) +
  pen.lines(
    [
      [
        [-10, 700],
        [1210, 696],
      ],
      [
        [-10, 756],
        [1210, 752],
      ],
      [
        [260, 640],
        [180, 800],
      ],
      [
        [600, 640],
        [600, 800],
      ],
      [
        [940, 640],
        [1020, 800],
      ],
    ],
    `${c.ink}22`,
    5,
  );

const lawn = (pen: Pen, c: StreetColours): string =>
  [
    pen.box(-10, 652, 1220, 170, c.leaf),
    pen.shape(
      [
        [290, 670],
        [360, 670],
        [560, 800],
        [330, 800],
      ],
      c.trim,
      5,
    ),
    pen.lines(
      [
        [
          [640, 700],
          [646, 682],
        ],
        [
          [900, 760],
          [908, 740],
        ],
        [
          [1040, 690],
          [1046, 672],
        ],
        [
          [120, 740],
          [126, 722],
        ],
      ],
      c.leaf2,
      6,
    ),
  ].join("");

/** What lies behind a house, or on top of it. */
export const drawGarden = (pen: Pen, c: StreetColours, kind: GardenKind): string[] => {
  const isTerrace = kind === "terrace";
  return [
    ...(isTerrace ? townBelow(pen, c) : houseBehind(pen, c)),
    isTerrace || kind === "patio" ? slabs(pen, isTerrace ? 632 : 652, c) : lawn(pen, c),
    kind === "patio" ? parasol(pen, c) : flowers(pen, 450, isTerrace ? 640 : 662, c),
    kind === "lawn" ? tree(pen, 1050, 720, 120, c) : "",
    kind === "lights" ? stringLights(pen, c) : "",
    table(pen, kind === "lawn" ? 740 : 800, 662, c),
    ...[isTerrace ? 90 : 470, 1130].map((x) => pen.plant(x, 770, 92, c.leaf2, c.door)),
  ];
};
