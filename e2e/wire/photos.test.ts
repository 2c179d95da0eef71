import sharp from "sharp";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Listing } from "#lib/contract/housing.ts";
import { homeLimits } from "#lib/contract/housing-limits.ts";
import type { OwnListing } from "#lib/contract/own-listings.ts";
import { begins, opensHome, uploads } from "../harness/own-homes.ts";
import { createPerson, disconnectAll, gather, type Person, request } from "../harness/person.ts";
import { picture } from "../harness/pictures.ts";

const baseUrl = inject("baseUrl");

let alice: Person;
let lena: Person;
let otto: Person;

beforeAll(async () => {
  ({ alice } = await gather(baseUrl, "alice"));
  [lena, otto] = [await createPerson(baseUrl, "lena", "landlord"), await createPerson(baseUrl, "otto", "landlord")];
});
afterAll(() => disconnectAll(alice, lena, otto));

const bytesOf = (file: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(file);
const jpeg = async (look: Parameters<typeof picture>[1] = {}) => bytesOf(await picture("jpeg", look));
const draft = async (): Promise<OwnListing> => (await begins(lena)).body;
const own = async (id: string): Promise<OwnListing> => (await lena.http<OwnListing>(`/api/my/listings/${id}`)).body;
const urlsOf = ({ photos }: OwnListing): string[] => photos.map(({ url }) => url);

test.each(["jpeg", "png", "webp"] as const)(
  "a %s is kept as WebP, upright and with nothing of the camera in it",
  async (kind) => {
    const home = await opensHome(lena);
    const file = bytesOf(await picture(kind, { width: 2400, height: 1200 }));
    const { status, body } = await uploads(baseUrl, lena, home.id, file, "application/octet-stream");
    expect(status).toBe(201);
    const [url = ""] = urlsOf(body);
    for (const [address, width, height] of [
      [url, 800, 1600],
      [url.replace(".webp", "-small.webp"), 360, 720],
    ] as const) {
      const answer = await fetch(baseUrl + address);
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-type": "image/webp",
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        "content-security-policy": expect.stringContaining("sandbox"),
      });
      const kept = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect(kept).toMatchObject({ format: "webp", width, height });
      expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    }
    expect((await request<Listing>(`${baseUrl}/api/listings/${home.id}`)).body).toMatchObject({
      photoUrl: url,
      photoUrls: [url],
    });
  },
);

test("what is no picture is refused by what is in it, whatever it is called, and nothing stays of it", async () => {
  const { id } = await draft();
  const whole = await jpeg();
  const refused: [string, Uint8Array<ArrayBuffer>][] = [
    ["nothing", new Uint8Array()],
    ["text", new TextEncoder().encode("<html><script>alert(1)</script></html>")],
    ["SVG", new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["AVIF", bytesOf(await picture("avif"))],
    ["GIF", bytesOf(await picture("gif"))],
    ["half a picture", whole.slice(0, whole.length / 2)],
    ["the beginning of one", Uint8Array.from([...whole.slice(0, 20), ...new Uint8Array(500)])],
    ["a bomb of pixels", bytesOf(await picture("png", { width: 10_000, height: 6_001 }))],
  ];
  for (const [what, bytes] of refused) {
    const { status, body } = await uploads(baseUrl, lena, id, bytes);
    expect([what, status, body.code]).toEqual([what, 400, "validation_failed"]);
  }
  expect((await own(id)).photos).toEqual([]);
});

test("a file that is too large is refused, whether it says so before or not", async () => {
  const { id } = await draft();
  const large = new Uint8Array(homeLimits.photoBytes + 1);
  expect((await uploads(baseUrl, lena, id, large)).body.code).toBe("too_large");
  const pieces = new ReadableStream({
    pull: (stream) => stream.enqueue(new Uint8Array(1024 * 1024)),
  });
  const endless = await fetch(`${baseUrl}/api/listings/${id}/photos`, {
    method: "POST",
    headers: { authorization: `Bearer ${lena.tokens.accessToken}` },
    body: pieces,
    duplex: "half",
  } as RequestInit);
  expect((await endless.json()).code).toBe("too_large");
});

test("nobody else adds, describes, orders or deletes photos", async () => {
  const home = await opensHome(lena);
  const { body } = await uploads(baseUrl, lena, home.id, await jpeg());
  const [photo] = body.photos;
  for (const person of [otto, alice]) {
    expect((await uploads(baseUrl, person, home.id, await jpeg())).body.code).toBe("forbidden");
    expect((await uploads(baseUrl, person, (await draft()).id, await jpeg())).body.code).toBe("not_found");
    const answers = [
      await person.http(`/api/photos/${photo?.id}`, { method: "PATCH", body: { alt: "Mine" } }),
      await person.http(`/api/photos/${photo?.id}`, { method: "DELETE" }),
      await person.http(`/api/listings/${home.id}/photos`, { method: "PUT", body: { ids: [photo?.id] } }),
    ];
    expect(answers.map((answer) => answer.body.code)).toEqual(["forbidden", "forbidden", "forbidden"]);
    expect((await person.http(`/api/photos/${v7()}`, { method: "DELETE" })).body.code).toBe("not_found");
  }
  expect((await own(home.id)).photos).toEqual([photo]);
});

test("photos are put into order and described, and the first one stands in lists and talks", async () => {
  const home = await opensHome(lena);
  for (const colour of ["red", "green", "blue"]) await uploads(baseUrl, lena, home.id, await jpeg({ colour }));
  const [first, second, third] = (await own(home.id)).photos;
  const ids = [third?.id, first?.id, second?.id];
  const ordered = await lena.http<OwnListing>(`/api/listings/${home.id}/photos`, { method: "PUT", body: { ids } });
  expect(ordered.body.photos.map(({ id }) => id)).toEqual(ids);
  await lena.http(`/api/photos/${third?.id}`, { method: "PATCH", body: { alt: "The kitchen" } });
  const { body } = await request<Listing>(`${baseUrl}/api/listings/${home.id}`);
  expect(body.photos[0]).toEqual({ url: third?.url, alt: "The kitchen" });
  expect(body.photoUrl).toBe(third?.url);
  for (const wrong of [[first?.id], [first?.id, first?.id, second?.id], [...ids, v7()]]) {
    const answer = await lena.http(`/api/listings/${home.id}/photos`, { method: "PUT", body: { ids: wrong } });
    expect(answer.body.code).toBe("validation_failed");
  }
  expect((await own(home.id)).photos.map(({ id }) => id)).toEqual(ids);
});

test("a photo that is deleted is gone, with its files; so are those of a home that is deleted", async () => {
  const home = await draft();
  for (const colour of ["red", "green"]) await uploads(baseUrl, lena, home.id, await jpeg({ colour }));
  const [first, second] = (await own(home.id)).photos;
  const left = await lena.http<OwnListing>(`/api/photos/${first?.id}`, { method: "DELETE" });
  expect(left.body.photos.map(({ id }) => id)).toEqual([second?.id]);
  expect((await fetch(`${baseUrl}${first?.url}`)).status).toBe(404);
  expect((await fetch(`${baseUrl}${second?.url}`)).status).toBe(200);
  expect((await lena.http(`/api/listings/${home.id}`, { method: "DELETE" })).status).toBe(204);
  for (const url of [second?.url ?? "", second?.url.replace(".webp", "-small.webp") ?? ""]) {
    expect((await fetch(baseUrl + url)).status).toBe(404);
  }
});

test("there are at most so many photos, also when they come at once", async () => {
  const { id } = await draft();
  const small = await jpeg({ width: 30, height: 20 });
  const answers = await Promise.all(
    Array.from({ length: homeLimits.photosOfListing + 2 }, () => uploads(baseUrl, lena, id, small)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(homeLimits.photosOfListing);
  expect((await own(id)).photos).toHaveLength(homeLimits.photosOfListing);
});

test.each([
  "/photos/",
  "/photos/..%2f..%2fauth-secret",
  "/photos/../blobs",
  "/photos/x.webp",
  `/photos/${v7()}.webp`,
  `/photos/${v7()}.png`,
])("%s leads to nothing", async (path) => {
  expect((await fetch(baseUrl + path)).status).toBe(404);
});
