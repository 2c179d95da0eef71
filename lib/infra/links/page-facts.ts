import { Parser } from "htmlparser2";

/** What a page says of itself, in its own words; empty where it says nothing. `picture` is an address as it stands there. */
export type PageFacts = { title: string; description: string; siteName: string; picture: string };

const TITLE_CHARACTERS = 1_000;
const STEP_CHARACTERS = 16_384;
const CHARSET = /charset\s*=\s*["']?\s*([\w-]{2,40})/i;
/** A page that tells its encoding does so in the beginning (HTML, 4.2.5.4). */
const PRESCAN_BYTES = 1_024;

const decoderFor = (label: string | undefined): TextDecoder => {
  try {
    return new TextDecoder(label ?? "utf-8");
  } catch {
    return new TextDecoder();
  }
};

/** A page's bytes as text, by what its server says of them, or it does itself. */
export const pageText = (body: Uint8Array, contentType: string): string => {
  const start = Buffer.from(body.subarray(0, PRESCAN_BYTES)).toString("latin1");
  const label = CHARSET.exec(contentType)?.[1] ?? CHARSET.exec(start)?.[1];
  return decoderFor(label).decode(body);
};

/** Reads the head of a page. Nothing of it is run or followed, and what comes out is text. */
export const pageFacts = (html: string): PageFacts => {
  const found = new Map<string, string>();
  let isTitle = false;
  let isOver = false;
  const note = (name: string, text: string | undefined): void => {
    if (text && text.trim() !== "" && !found.has(name)) found.set(name, text);
  };
  let title = "";
  const parser = new Parser({
    onopentag: (name, { property, name: called, content }) => {
      if (name === "body") isOver = true;
      if (isOver) return;
      if (name === "title") isTitle = true;
      if (name === "meta") note((property ?? called ?? "").trim().toLowerCase(), content);
    },
    ontext: (text) => {
      if (isTitle && title.length < TITLE_CHARACTERS) title += text;
    },
    onclosetag: (name) => {
      if (name !== "title" || !isTitle) return;
      isTitle = false;
      note("<title>", title);
    },
  });
  for (let at = 0; at < html.length && !isOver; at += STEP_CHARACTERS) parser.write(html.slice(at, at + STEP_CHARACTERS));
  const first = (...names: string[]): string => names.map((name) => found.get(name)).find((text) => text !== undefined) ?? "";
  return {
    title: first("og:title", "twitter:title", "<title>"),
    description: first("og:description", "description", "twitter:description"),
    siteName: first("og:site_name"),
    picture: first("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"),
  };
};
