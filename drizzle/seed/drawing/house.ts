import type { Pen, Point } from "./pen.ts";
import { GROUND, type StreetColours } from "./street-parts.ts";

export type Gable = "pitched" | "stepped" | "flat" | "thatched";

type House = {
  x: number;
  width: number;
  top: number;
  wall: string;
  gable: Gable;
  floors: number;
  columns: number;
  /** In which column the door is; below zero for none. */
  door: number;
  pattern?: "brick" | "tiles";
};
type Box = [x: number, y: number, width: number, height: number];

const pitchedRoof = (pen: Pen, { x, width, top }: House, c: StreetColours): string => {
  const right = x + width;
  const chimney = pen.box(x + width * 0.7, top - 128, width * 0.1, 110, c.wall3);
  return (
    chimney +
    pen.shape(
      [
        [x - 22, top + 8],
        [x + width * 0.2, top - 104],
        [right - width * 0.2, top - 104],
        [right + 22, top + 8],
      ],
      c.roof,
    )
  );
};

const thatch = (pen: Pen, { x, width, top }: House, c: StreetColours): string => {
  const right = x + width;
  const ridge: Point[] = [
    [x + width * 0.16, top - 120],
    [x + width / 2, top - 142],
    [right - width * 0.16, top - 120],
  ];
  return pen.shape([[x - 46, top + 26], ...ridge, [right + 46, top + 26]], c.roof, 6);
};

const steppedGable = (pen: Pen, { x, width, top, wall }: House, c: StreetColours): string => {
  const step = width / 9;
  const up = [0, 1, 2, 3].flatMap((index): Point[] => [
    [x + index * step, top - index * 44 + (index === 0 ? 8 : 0)],
    [x + index * step, top - (index + 1) * 44],
  ]);
  const down = up.map(([px, py]): Point => [2 * x + width - px, py]).reverse();
  return pen.shape([...up, ...down], wall, 1) + pen.oval(x + width / 2, top - 70, 22, 24, c.glass);
};

const roofOf = (pen: Pen, house: House, c: StreetColours): string => {
  if (house.gable === "flat") return pen.box(house.x - 12, house.top - 18, house.width + 24, 26, c.trim);
  if (house.gable === "thatched") return thatch(pen, house, c);
  return house.gable === "stepped" ? steppedGable(pen, house, c) : pitchedRoof(pen, house, c);
};

const mark = (pattern: "brick" | "tiles", x: number, y: number): Point[] =>
  pattern === "brick"
    ? [
        [x, y],
        [x + 34, y],
      ]
    : [
        [x, y],
        [x + 14, y - 14],
        [x + 28, y],
      ];

const patternOf = (pen: Pen, { x, width, top, pattern }: House, c: StreetColours): string => {
  if (!pattern) return "";
  const strokes = Array.from({ length: Math.floor((GROUND - top) / 64) }, (_, row) =>
    Array.from({ length: Math.floor(width / 92) }, (_, index) =>
      mark(pattern, x + 14 + (row % 2) * 40 + index * 92, top + 30 + row * 64),
    ),
  ).flat();
  return pen.lines(strokes, `${c.trim}66`, 6);
};

/** Where the windows are: all of them but the one whose place the door takes. */
const windowPlaces = ({ x, width, top, floors, columns, door }: House): Box[] => {
  const cell = width / columns;
  const height = (GROUND - top) / floors;
  const w = Math.min(cell * 0.46, 92);
  return Array.from({ length: floors * columns }, (_, index) => ({ column: index % columns, floor: Math.floor(index / columns) }))
    .filter(({ column, floor }) => !(floor === floors - 1 && column === door))
    .map(({ column, floor }): Box => [x + cell * column + (cell - w) / 2, top + height * (floor + 0.2), w, height * 0.52]);
};

const windowsOf = (pen: Pen, house: House, c: StreetColours): string => {
  const places = windowPlaces(house);
  const bars = places.flatMap(([x, y, w, h]): Point[][] => [
    [
      [x + w / 2, y],
      [x + w / 2, y + h],
    ],
    [
      [x, y + h * 0.45],
      [x + w, y + h * 0.45],
    ],
  ]);
  return [
    pen.boxes(
      places.map(([x, y, w, h]): Box => [x - 9, y - 9, w + 18, h + 18]),
      c.trim,
    ),
    pen.boxes(places, c.glass),
    pen.boxes(
      places.filter((_, index) => index % 4 === 1),
      "#fbe6ae",
    ),
    pen.lines(bars, c.trim, 6),
  ].join("");
};

const doorOf = (pen: Pen, { x, width, columns, door }: House, c: StreetColours): string => {
  if (door < 0) return "";
  const middle = x + (width / columns) * (door + 0.5);
  return [
    pen.box(middle - 48, GROUND - 154, 96, 156, c.trim),
    pen.box(middle - 38, GROUND - 144, 76, 146, c.door),
    pen.boxes([[middle - 22, GROUND - 126, 44, 36]], c.glass),
    pen.oval(middle + 24, GROUND - 64, 5, 5, c.trim),
    pen.box(middle - 60, GROUND - 4, 120, 16, c.trim),
  ].join("");
};

/** One house, from its roof to the doorstep. */
export const houseAt = (pen: Pen, house: House, c: StreetColours): string =>
  [
    pen.box(house.x, house.top, house.width, GROUND - house.top, house.wall, 2),
    roofOf(pen, house, c),
    patternOf(pen, house, c),
    windowsOf(pen, house, c),
    doorOf(pen, house, c),
  ].join("");
