import { randomBytes } from "node:crypto";

/** What a WebSocket frame says it is (RFC 6455, section 11.8). */
export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

type FrameOptions = { opcode?: number; fin?: boolean; masked?: boolean; reserved?: number };

const lengthOf = (size: number, masked: boolean): Buffer => {
  const flag = masked ? 0x80 : 0;
  if (size < 126) return Buffer.from([flag | size]);
  if (size < 65_536) return Buffer.from([flag | 126, size >> 8, size & 0xff]);
  const long = Buffer.alloc(9, flag | 127);
  long.writeBigUInt64BE(BigInt(size), 1);
  return long;
};

const mask = (payload: Buffer, key: Buffer): Buffer => payload.map((byte, index) => byte ^ (key[index % 4] ?? 0)) as Buffer;

/** One frame of a client, right or wrong on purpose. */
export const frame = (
  content: string | Buffer,
  { opcode = opcodes.text, fin = true, masked = true, reserved = 0 }: FrameOptions = {},
): Buffer => {
  const payload = Buffer.from(content);
  const first = Buffer.from([(fin ? 0x80 : 0) | (reserved << 4) | opcode]);
  const key = randomBytes(4);
  const body = masked ? [key, mask(payload, key)] : [payload];
  return Buffer.concat([first, lengthOf(payload.length, masked), ...body]);
};

export type ServerFrame = { opcode: number; payload: Buffer };

const payloadBounds = (bytes: Buffer): { start: number; end: number } | undefined => {
  const short = (bytes[1] ?? 0) & 0x7f;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < start) return undefined;
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  return bytes.length < start + size ? undefined : { start, end: start + size };
};

/** Takes the whole frames off the front; what is left is the beginning of the next. */
export const takeFrames = (bytes: Buffer): { frames: ServerFrame[]; rest: Buffer } => {
  const frames: ServerFrame[] = [];
  let rest = bytes;
  while (rest.length >= 2) {
    const bounds = payloadBounds(rest);
    if (!bounds) break;
    frames.push({ opcode: (rest[0] ?? 0) & 0x0f, payload: rest.subarray(bounds.start, bounds.end) });
    rest = rest.subarray(bounds.end);
  }
  return { frames, rest };
};
