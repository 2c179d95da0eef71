import type { Pen, Point } from "./pen.ts";
import { curtains, ground, lamp, pictures, type RoomColours, shelf, sunPatch } from "./room-parts.ts";
import { type View, windowAt } from "./window.ts";

const bed = (pen: Pen, c: RoomColours): string => {
  const stripes = [0, 1, 2, 3].map((index): Point[] => [
    [640 + index * 108, 548],
    [612 + index * 112, 690],
  ]);
  return [
    pen.soft(1030, 380, 70, 330, 22, c.wood),
    pen.box(500, 646, 576, 56, c.wood),
    pen.boxes(
      [
        [520, 694, 26, 44],
        [1034, 694, 26, 44],
      ],
      c.floorDark,
    ),
    pen.soft(490, 552, 590, 108, 30, c.paper),
    pen.shape(
      [
        [470, 574],
        [500, 536],
        [880, 530],
        [900, 556],
        [886, 690],
        [478, 694],
      ],
      c.cloth,
    ),
    pen.lines(stripes.slice(0, 3), c.cloth2, 16),
    pen.shape(
      [
        [838, 530],
        [890, 530],
        [902, 560],
        [888, 690],
        [836, 690],
      ],
      c.cloth2,
    ),
    pen.soft(900, 478, 144, 92, 40, c.paper),
    pen.soft(936, 446, 116, 88, 36, c.wallLight),
    pen.line(
      [
        [926, 540],
        [1010, 544],
      ],
      `${c.ink}22`,
      5,
    ),
  ].join("");
};

const bedside = (pen: Pen, c: RoomColours): string =>
  [
    pen.box(330, 596, 120, 112, c.wood),
    pen.line(
      [
        [344, 650],
        [436, 650],
      ],
      c.ink,
      4,
    ),
    lamp(pen, 376, 596, c),
    pen.box(408, 576, 44, 18, c.accent, 2),
  ].join("");

/** A bedroom: window with curtains, bed, lamp, shelf. */
export const drawBedroom = (pen: Pen, c: RoomColours, view: View, extra: "shelf" | "pictures"): string[] => {
  const place: [number, number, number, number] = [190, 130, 250, 300];
  return [
    ...ground(pen, c),
    windowAt(pen, place, view, c),
    curtains(pen, place, c),
    extra === "shelf" ? shelf(pen, 640, 270, c) : pictures(pen, 690, 150, c),
    pen.oval(600, 742, 360, 46, c.cloth2),
    pen.oval(600, 740, 280, 32, c.wallLight),
    sunPatch(pen, 150, 210, c),
    bed(pen, c),
    bedside(pen, c),
    pen.plant(126, 742, 104, c.leaf, c.accent),
  ];
};
