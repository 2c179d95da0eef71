import { createRandom } from "../random.ts";
import { drawBedroom } from "./bedroom.ts";
import { drawDesk } from "./desk.ts";
import { drawFront, type Street } from "./front.ts";
import { drawGarden, type GardenKind } from "./garden.ts";
import { drawKitchen } from "./kitchen.ts";
import { drawLivingRoom } from "./living-room.ts";
import {
  arcadeStreet,
  azulejoStreet,
  blueRoom,
  blueStreet,
  brickStreet,
  coralRoom,
  cottageStreet,
  courtyardStreet,
  duskRoom,
  eveningGarden,
  forestRoom,
  gableStreet,
  modernStreet,
  nightRoom,
  ochreRoom,
  plumRoom,
  riverStreet,
  sageRoom,
  terracottaRoom,
  whiteRoom,
} from "./palettes.ts";
import { createPen, type Pen, sheet } from "./pen.ts";
import type { RoomColours } from "./room-parts.ts";
import type { StreetColours } from "./street-parts.ts";
import type { View } from "./window.ts";

type Picture = { title: string; ground: string; draw: (pen: Pen) => string[]; mirrored?: boolean };

const bedroom = (title: string, c: RoomColours, view: View, extra: "shelf" | "pictures", mirrored = false): Picture => ({
  title,
  ground: c.wall,
  mirrored,
  draw: (pen) => drawBedroom(pen, c, view, extra),
});
const desk = (title: string, c: RoomColours, view: View, extra: "shelf" | "pictures", mirrored = false): Picture => ({
  title,
  ground: c.wall,
  mirrored,
  draw: (pen) => drawDesk(pen, c, view, extra),
});
const kitchen = (title: string, c: RoomColours, view: View, mirrored = false): Picture => ({
  title,
  ground: c.wall,
  mirrored,
  draw: (pen) => drawKitchen(pen, c, view),
});
const living = (title: string, c: RoomColours, view: View, mirrored = false): Picture => ({
  title,
  ground: c.wall,
  mirrored,
  draw: (pen) => drawLivingRoom(pen, c, view),
});
const front = (title: string, c: StreetColours, street: Street, mirrored = false): Picture => ({
  title,
  ground: c.sky,
  mirrored,
  draw: (pen) => drawFront(pen, c, street),
});
const garden = (title: string, c: StreetColours, kind: GardenKind, mirrored = false): Picture => ({
  title,
  ground: c.sky,
  mirrored,
  draw: (pen) => drawGarden(pen, c, kind),
});

/** All pictures by file name. */
export const pictures: Record<string, Picture> = {
  "bedroom-sage": bedroom("Bedroom with a green blanket", sageRoom, "hills", "shelf"),
  "bedroom-terracotta": bedroom("Bedroom in warm red", terracottaRoom, "roofs", "pictures", true),
  "bedroom-dusk": bedroom("Bedroom at dusk", duskRoom, "roofs", "pictures"),
  "bedroom-blue": bedroom("Blue bedroom over the river", blueRoom, "river", "pictures", true),
  "bedroom-ochre": bedroom("Bedroom with yellow walls", ochreRoom, "roofs", "shelf"),
  "bedroom-white": bedroom("White bedroom beside trees", whiteRoom, "trees", "pictures", true),
  "bedroom-coral": bedroom("Bedroom in coral", coralRoom, "river", "shelf"),
  "bedroom-forest": bedroom("Dark green bedroom", forestRoom, "trees", "shelf", true),
  "bedroom-night": bedroom("Bedroom at night", nightRoom, "night", "pictures"),
  "desk-evening": desk("Desk by the evening window", duskRoom, "hills", "shelf"),
  "desk-morning": desk("Desk in the morning light", sageRoom, "trees", "pictures", true),
  "desk-attic": desk("Desk over the roofs", whiteRoom, "roofs", "shelf"),
  "desk-canal": desk("Desk by the canal", terracottaRoom, "river", "pictures"),
  "desk-lisbon": desk("Desk with a view of the river", coralRoom, "river", "shelf", true),
  "desk-river": desk("Desk in blue", blueRoom, "river", "pictures", true),
  "kitchen-mint": kitchen("Kitchen in mint", sageRoom, "roofs"),
  "kitchen-sunny": kitchen("Sunny kitchen", ochreRoom, "trees", true),
  "kitchen-blue": kitchen("Blue kitchen", blueRoom, "roofs"),
  "kitchen-terracotta": kitchen("Kitchen with warm walls", terracottaRoom, "hills", true),
  "kitchen-ochre": kitchen("Kitchen in coral", coralRoom, "hills"),
  "kitchen-plum": kitchen("Kitchen in plum", plumRoom, "trees", true),
  "living-room-plum": living("Living room in plum", plumRoom, "roofs"),
  "living-room-sage": living("Living room in green", forestRoom, "river", true),
  "front-terrace-brick": front("Brick terrace with a bicycle", brickStreet, {
    gable: "pitched",
    floors: 2,
    columns: 3,
    door: 1,
    top: 270,
    width: 520,
    pattern: "brick",
    extra: "bicycle",
  }),
  "front-townhouse-blue": front("Blue town house", blueStreet, {
    gable: "flat",
    floors: 3,
    columns: 3,
    door: 0,
    top: 170,
    width: 440,
    extra: "lamp",
  }),
  "front-river": front("House by the river", riverStreet, {
    gable: "pitched",
    floors: 3,
    columns: 4,
    door: 1,
    top: 220,
    width: 560,
    water: true,
    extra: "none",
  }),
  "front-stepped-gable": front("House with a stepped gable", gableStreet, {
    gable: "stepped",
    floors: 3,
    columns: 3,
    door: 1,
    top: 270,
    width: 400,
    pattern: "brick",
    extra: "bicycle",
  }),
  "front-cottage": front(
    "White cottage",
    cottageStreet,
    { gable: "thatched", floors: 2, columns: 4, door: 1, top: 370, width: 560, extra: "tree" },
    true,
  ),
  "front-azulejo": front("House with blue tiles", azulejoStreet, {
    gable: "pitched",
    floors: 3,
    columns: 4,
    door: 2,
    top: 200,
    width: 520,
    pattern: "tiles",
    extra: "lamp",
  }),
  "front-arcade": front("House in the evening sun", arcadeStreet, {
    gable: "flat",
    floors: 4,
    columns: 4,
    door: 1,
    top: 120,
    width: 520,
    extra: "tree",
  }),
  "front-courtyard": front("Yellow tenement with a walnut tree", courtyardStreet, {
    gable: "pitched",
    floors: 3,
    columns: 5,
    door: 2,
    top: 190,
    width: 620,
    extra: "tree",
  }),
  "front-modern": front(
    "House with many windows",
    modernStreet,
    { gable: "flat", floors: 4, columns: 5, door: 4, top: 110, width: 560, extra: "lamp" },
    true,
  ),
  "garden-long": garden("Long garden with a table", brickStreet, "lawn"),
  "garden-evening": garden("Garden with lights in the evening", eveningGarden, "lights"),
  "garden-patio": garden("Patio with a parasol", cottageStreet, "patio", true),
  "garden-terrace": garden("Roof terrace over the town", azulejoStreet, "terrace"),
};

const seedOf = (name: string) => [...name].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) >>> 0, 7);

/** The SVG of a picture; the same at every call. */
export const drawPicture = (name: string, { title, ground, draw, mirrored }: Picture): string =>
  sheet(title, ground, draw(createPen(createRandom(seedOf(name)))), mirrored);
