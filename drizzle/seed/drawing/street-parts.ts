import type { Pen, Point } from "./pen.ts";

export type StreetColours = {
  sky: string;
  cloud: string;
  wall: string;
  wall2: string;
  wall3: string;
  trim: string;
  roof: string;
  door: string;
  glass: string;
  leaf: string;
  leaf2: string;
  street: string;
  ink: string;
  accent: string;
};

/** The line on which every house stands. */
export const GROUND = 670;

export const cloud = (pen: Pen, x: number, y: number, size: number, fill: string): string =>
  [
    pen.oval(x, y, size, size * 0.34, fill),
    pen.oval(x - size * 0.3, y - size * 0.22, size * 0.42, size * 0.34, fill),
    pen.oval(x + size * 0.3, y - size * 0.16, size * 0.46, size * 0.3, fill),
  ].join("");

export const tree = (pen: Pen, x: number, y: number, size: number, c: StreetColours): string => {
  const trunk: Point[] = [
    [x, y],
    [x, y - size * 1.5],
  ];
  const branch: Point[] = [
    [x, y - size],
    [x + size * 0.4, y - size * 1.5],
  ];
  return (
    pen.line(trunk, c.ink, size * 0.16) +
    pen.line(branch, c.ink, size * 0.08) +
    pen.foliage(x, y - size * 1.9, size, c.leaf, c.leaf2)
  );
};

/** Leaning on nothing, as drawn bicycles do; `x` is the middle of the back wheel, `y` where it stands. */
export const bicycle = (pen: Pen, x: number, y: number, c: StreetColours): string => {
  const wheel = (at: number) => `<circle cx="${at}" cy="${y - 36}" r="34"/>`;
  const frame: Point[][] = [
    [
      [x, y - 36],
      [x + 40, y - 88],
      [x + 100, y - 88],
      [x + 62, y - 36],
      [x, y - 36],
    ],
    [
      [x + 40, y - 88],
      [x + 62, y - 36],
    ],
    [
      [x + 122, y - 36],
      [x + 98, y - 106],
      [x + 118, y - 112],
    ],
  ];
  return [
    `<g fill="none" stroke="${c.ink}" stroke-width="6">${wheel(x)}${wheel(x + 122)}</g>`,
    pen.lines(frame, c.accent, 8),
    pen.line(
      [
        [x + 26, y - 98],
        [x + 54, y - 98],
      ],
      c.ink,
      9,
    ),
  ].join("");
};
