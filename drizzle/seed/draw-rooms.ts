import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { drawPicture, pictures } from "./drawing/pictures.ts";

/** Writes every picture of a room or house to public/rooms: `npx tsx drizzle/seed/draw-rooms.ts`. */
const folder = path.resolve("public/rooms");
await mkdir(folder, { recursive: true });
for (const [name, picture] of Object.entries(pictures)) {
  await writeFile(path.join(folder, `${name}.svg`), drawPicture(name, picture));
}
