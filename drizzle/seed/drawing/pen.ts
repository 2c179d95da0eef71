import type { Random } from "../random.ts";

export type Point = [x: number, y: number];
export type Pen = ReturnType<typeof createPen>;

const WIDTH = 1200;
const HEIGHT = 800;
/** Below this length nobody sees that a side is bowed, but the file would grow. */
const SHORT = 130;
const round = (value: number) => Math.round(value).toString();
const at = ([x, y]: Point) => `${round(x)} ${round(y)}`;
const between = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2];

/** Draws flat shapes with a slightly unsteady hand. Sizes are units of a 1200 × 800 sheet; `shake` is in the same units. */
export const createPen = (random: Random) => {
  const shaken = ([x, y]: Point, shake: number): Point => [x + random.between(-shake, shake), y + random.between(-shake, shake)];

  const side = (from: Point, to: Point, shake: number): string =>
    Math.hypot(to[0] - from[0], to[1] - from[1]) < SHORT ? `L${at(to)}` : `Q${at(shaken(between(from, to), shake))} ${at(to)}`;

  /** A filled outline through the points, its longer sides a little bowed. */
  const shape = (points: Point[], fill: string, shake = 3): string => {
    const corners = points.map((point) => shaken(point, shake));
    const sides = corners.map((corner, index) => side(corner, corners[(index + 1) % corners.length] ?? corner, shake));
    return `<path d="M${at(corners[0] ?? [0, 0])}${sides.join("")}Z" fill="${fill}"/>`;
  };

  const box = (x: number, y: number, width: number, height: number, fill: string, shake = 3): string =>
    shape(
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
      fill,
      shake,
    );

  /** A box with soft corners: cushions, pots, mattresses. */
  const soft = (x: number, y: number, width: number, height: number, radius: number, fill: string): string => {
    const [left, top] = shaken([x, y], 2);
    const [right, bottom] = shaken([x + width, y + height], 2);
    const r = Math.min(radius, width / 2, height / 2);
    const sides = [
      `M${at([left + r, top])}Q${at(shaken([(left + right) / 2, top], 3))} ${at([right - r, top])}`,
      `Q${at([right, top])} ${at([right, top + r])}L${at([right, bottom - r])}`,
      `Q${at([right, bottom])} ${at([right - r, bottom])}L${at([left + r, bottom])}`,
      `Q${at([left, bottom])} ${at([left, bottom - r])}L${at([left, top + r])}Q${at([left, top])} ${at([left + r, top])}`,
    ];
    return `<path d="${sides.join("")}Z" fill="${fill}"/>`;
  };

  const oval = (x: number, y: number, rx: number, ry: number, fill: string): string =>
    `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"/>`;

  /** A round-ended stroke through the points. */
  const line = (points: Point[], colour: string, width: number, shake = 2): string => {
    const [first, ...rest] = points.map((point) => shaken(point, shake));
    const d = `M${at(first ?? [0, 0])}${rest.map((point) => `L${at(point)}`).join("")}`;
    return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
  };

  /** Several strokes of one colour in one path. */
  const lines = (strokes: Point[][], colour: string, width: number): string => {
    const d = strokes
      .map((points) => points.map((point, index) => `${index ? "L" : "M"}${at(shaken(point, 2))}`).join(""))
      .join("");
    return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
  };

  /** Several boxes of one colour in one path. */
  const boxes = (places: [x: number, y: number, width: number, height: number][], fill: string): string => {
    const d = places.map(([x, y, width, height]) => {
      const [left, top] = shaken([x, y], 2);
      return `M${at([left, top])}h${round(width)}v${round(height)}h${round(-width)}z`;
    });
    return `<path d="${d.join("")}" fill="${fill}"/>`;
  };

  /** A cloud of leaves: a tree's crown, a bush. */
  const foliage = (x: number, y: number, radius: number, fill: string, shade: string): string =>
    [
      oval(x, y, radius, radius * 0.86, fill),
      oval(x - radius * 0.62, y + radius * 0.3, radius * 0.6, radius * 0.55, fill),
      oval(x + radius * 0.6, y + radius * 0.28, radius * 0.62, radius * 0.56, fill),
      oval(x + radius * 0.28, y + radius * 0.32, radius * 0.5, radius * 0.4, shade),
    ].join("");

  /** A house plant in its pot; `x` is the middle, `y` where it stands. */
  const plant = (x: number, y: number, size: number, leaf: string, pot: string): string => {
    const leaves = [-0.75, -0.4, 0, 0.38, 0.72].map((lean) => {
      const tip: Point = [x + lean * size, y - size * (1.75 - Math.abs(lean) * 0.75)];
      const root: Point = [x, y - size * 0.5];
      const [mx, my] = between(root, tip);
      const bulge = size * 0.2;
      return `M${at(root)}Q${at([mx - bulge, my - bulge / 2])} ${at(shaken(tip, 6))}Q${at([mx + bulge, my + bulge / 2])} ${at(root)}`;
    });
    const potShape: Point[] = [
      [x - size * 0.3, y - size * 0.55],
      [x + size * 0.3, y - size * 0.55],
      [x + size * 0.22, y],
      [x - size * 0.22, y],
    ];
    return `<path d="${leaves.join("")}Z" fill="${leaf}"/>${shape(potShape, pot, 2)}`;
  };

  return { shape, box, soft, oval, line, lines, boxes, foliage, plant, random };
};

/** The finished sheet: what was drawn, over one colour; mirrored when that is wished. */
export const sheet = (title: string, ground: string, drawn: string[], mirrored = false): string => {
  const content = drawn.join("");
  const turned = mirrored ? `<g transform="matrix(-1 0 0 1 ${WIDTH} 0)">${content}</g>` : content;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" stroke-linecap="round" stroke-linejoin="round"><title>${title}</title><path fill="${ground}" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>${turned}</svg>\n`;
};
