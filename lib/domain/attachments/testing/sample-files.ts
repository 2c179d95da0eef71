const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

const number = (value: number, bytes: 2 | 4): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

type Entry = { name: string; content: string };

/** A ZIP archive that packs nothing. */
export const zip = (...entries: Entry[]): Buffer => {
  const [files, index]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content } of entries) {
    const sizes = Buffer.concat([number(0, 4), number(content.length, 4), number(content.length, 4), number(name.length, 2)]);
    const common = Buffer.concat([number(20, 2), number(0, 2), number(0, 2), number(0, 4), sizes, number(0, 2)]);
    const file = Buffer.concat([latin1("PK\u0003\u0004"), common, latin1(name), latin1(content)]);
    index.push(latin1("PK\u0001\u0002"), number(20, 2), common, Buffer.alloc(10), number(at, 4), latin1(name));
    files.push(file);
    at += file.length;
  }
  const size = Buffer.concat(index).length;
  const count = number(entries.length, 2);
  const end = [latin1("PK\u0005\u0006"), Buffer.alloc(4), count, count, number(size, 4), number(at, 4), Buffer.alloc(2)];
  return Buffer.concat([...files, ...index, ...end]);
};

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** An office document of a type, as its list of contents says it. */
const office = (type: string, ...more: Entry[]): Buffer =>
  zip(
    {
      name: "[Content_Types].xml",
      content: `<?xml version="1.0"?><Types><Override PartName="/a.xml" ContentType="${type}.main+xml"/></Types>`,
    },
    ...more,
  );
export const docx = (...more: Entry[]): Buffer => office(`${OFFICE}.wordprocessingml.document`, ...more);
export const xlsx = (): Buffer => office(`${OFFICE}.spreadsheetml.sheet`);
export const pptx = (): Buffer => office(`${OFFICE}.presentationml.presentation`);
export const docm = (): Buffer => office("application/vnd.ms-word.document.macroEnabled");
export const odt = (): Buffer => zip({ name: "mimetype", content: "application/vnd.oasis.opendocument.text" });

const box = (name: string, content: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + content.length);
  return Buffer.concat([size, latin1(name), content]);
};

/** An MP4 of a brand with tracks of these kinds. */
export const mp4 = (brand: string, ...tracks: ("vide" | "soun")[]): Buffer => {
  const handlers = tracks.map((kind) => box("hdlr", Buffer.concat([Buffer.alloc(8), latin1(kind), Buffer.alloc(12)])));
  const type = Buffer.concat([latin1(brand), Buffer.alloc(4), latin1(brand)]);
  return Buffer.concat([box("ftyp", type), box("moov", Buffer.concat(handlers)), box("mdat", Buffer.alloc(64))]);
};

const element = (id: number[], content: Buffer): Buffer => Buffer.concat([Buffer.from([...id, 0x80 + content.length]), content]);

/** A WebM with tracks of these codecs. */
export const webm = (...codecs: string[]): Buffer =>
  Buffer.concat([
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], latin1("webm"))),
    ...codecs.map((codec) => element([0x86], latin1(codec))),
    Buffer.alloc(64),
  ]);

export const ogg = (): Buffer =>
  Buffer.concat([latin1("OggS\u0000\u0002"), Buffer.alloc(22), latin1("OpusHead"), Buffer.alloc(64)]);
export const wav = (): Buffer =>
  Buffer.concat([latin1("RIFF"), number(100, 4), latin1("WAVEfmt "), number(16, 4), Buffer.alloc(80)]);
export const mp3 = (): Buffer =>
  Buffer.concat([latin1("ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000\u00ff\u00fb\u0090\u0000"), Buffer.alloc(600)]);
export const pdf = (more = ""): Buffer => latin1(`%PDF-1.7\n${more}\ntrailer\n<<>>\n%%EOF\n`);
