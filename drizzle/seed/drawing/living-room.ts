import type { Pen } from "./pen.ts";
import { curtains, ground, mug, type RoomColours, shelf, sunPatch } from "./room-parts.ts";
import { type View, windowAt } from "./window.ts";

const sofa = (pen: Pen, c: RoomColours): string =>
  [
    pen.boxes(
      [
        [420, 690, 24, 42],
        [966, 690, 24, 42],
      ],
      c.wood,
    ),
    pen.soft(400, 450, 610, 190, 44, c.cloth),
    pen.soft(370, 540, 90, 160, 36, c.cloth),
    pen.soft(950, 540, 90, 160, 36, c.cloth),
    pen.soft(446, 580, 260, 112, 24, c.cloth2),
    pen.soft(704, 580, 260, 112, 24, c.cloth2),
    pen.soft(474, 488, 112, 106, 26, c.accent),
    pen.soft(820, 494, 108, 100, 26, c.paper),
    pen.lines(
      [
        [
          [838, 520],
          [908, 560],
        ],
        [
          [834, 552],
          [890, 584],
        ],
      ],
      c.accent,
      7,
    ),
  ].join("");

/** A living room with a sofa. */
export const drawLivingRoom = (pen: Pen, c: RoomColours, view: View): string[] => {
  const place: [number, number, number, number] = [120, 120, 220, 320];
  return [
    ...ground(pen, c),
    windowAt(pen, place, view, c),
    curtains(pen, place, c),
    shelf(pen, 500, 180, c),
    shelf(pen, 780, 250, c),
    pen.oval(690, 746, 400, 48, c.cloth2),
    pen.oval(690, 744, 310, 34, c.wallLight),
    sunPatch(pen, 90, 190, c),
    pen.line(
      [
        [1104, 740],
        [1104, 330],
      ],
      c.ink,
      10,
    ),
    pen.oval(1104, 330, 120, 110, `${c.wallLight}88`),
    pen.shape(
      [
        [1068, 270],
        [1140, 270],
        [1172, 356],
        [1036, 356],
      ],
      c.accent,
    ),
    sofa(pen, c),
    pen.plant(290, 744, 110, c.leaf, c.wood),
    pen.soft(560, 716, 240, 30, 14, c.wood),
    mug(pen, 640, 716, c),
    pen.boxes([[710, 698, 64, 16]], c.cloth),
  ];
};
