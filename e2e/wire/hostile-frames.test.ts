import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { limits } from "#lib/contract/limits.ts";
import { type Bystanders, createBystanders } from "../harness/bystanders.ts";
import { frame, opcodes } from "../harness/frames.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";
import { connectPacket, openRawDevice, openRawSocket, type RawSocket } from "../harness/raw-socket.ts";
import { samplesFor } from "../harness/samples.ts";
import { defectsIn } from "../harness/server-log.ts";

const baseUrl = inject("baseUrl");
const DEPTH = 5_000;
const NESTED = "[".repeat(DEPTH) + "]".repeat(DEPTH);
const NESTED_OBJECTS = `${'{"a":'.repeat(DEPTH)}1${"}".repeat(DEPTH)}`;

let bystanders: Bystanders;
let mallory: Person;
let bob: Person;
let together: string;

beforeAll(async () => {
  bystanders = await createBystanders(baseUrl);
  ({ mallory, bob } = await gather(baseUrl, "mallory", "bob"));
  together = await mallory.opens(bob);
});
afterAll(() => {
  bystanders.leave();
  disconnectAll(mallory, bob);
});

const admitted = (): Promise<RawSocket> => openRawDevice(baseUrl, mallory.tokens.accessToken);

/** A connection that is over soon; what is cut for its lack of a CONNECT or a pong would take five seconds. */
const CUT_MS = 2_000;

const BROKEN: [string, string | Buffer][] = [
  ["arrays 5,000 deep in the data of an event", frame(`42["message:send",${NESTED}]`)],
  ["objects 5,000 deep in the data of an event", frame(`42["message:send",${NESTED_OBJECTS}]`)],
  ["arrays 5,000 deep that never end", frame(`42["message:send",${"[".repeat(DEPTH)}`)],
  ["an answer 5,000 deep to a question that nobody asked", frame(`431${NESTED}`)],
  ["one level more than allowed", frame(`42["x",${"[".repeat(limits.packetDepth)}${"]".repeat(limits.packetDepth)}]`)],
  ["an event without data", frame("42")],
  ["an event without data that wants an answer", frame("421")],
  ["an event without a name", frame("42[]")],
  ["an event without a name that wants an answer", frame("421[]")],
  ["an event called 0", frame("42[0]")],
  ["an event called 0 that wants an answer", frame("421[0]")],
  ["an event called null", frame("42[null]")],
  ["an event called {}", frame("42[{}]")],
  ["an event called by a list", frame('42[["message:send"]]')],
  ["an event that is an object", frame('42{"0":"message:send","length":1}')],
  ["an event that is a string", frame('42"message:send"')],
  ["an event that is no JSON", frame('42["message:send"')],
  ["an event called connect", frame('42["connect"]')],
  ["an event called connect_error", frame('42["connect_error",{"message":"x"}]')],
  ["an event called disconnect", frame('42["disconnect"]')],
  ["an event called disconnecting", frame('42["disconnecting","x"]')],
  ["an event called newListener", frame('42["newListener","x"]')],
  ["an event called removeListener", frame('42["removeListener","x"]')],
  ["a negative acknowledgement id", frame('42-1["socket:ping",{}]')],
  ["an acknowledgement id with a fraction", frame('421.5["socket:ping",{}]')],
  ["an answer that is no list", frame('431{"ok":true}')],
  ["packet type 7", frame("47")],
  ["packet type 8", frame('48["x"]')],
  ["packet type 9", frame("49")],
  ["a packet type in letters", frame('4x["socket:ping"]')],
  ["a message with nothing in it", frame("4")],
  ["a second CONNECT", frame(connectPacket("token"))],
  ["a CONNECT_ERROR", frame('44{"message":"x"}')],
  ["an event in a namespace that one has not entered", frame('42/admin,["socket:ping",{}]')],
  ["a namespace without end", frame(`42/${"a".repeat(1_000)}`)],
  ["a binary event", frame('451-["message:send",{"_placeholder":true,"num":0}]')],
  ["a binary event of eleven pieces", frame('4511-["x",{"_placeholder":true,"num":"splice"}]')],
  ["a binary event of no pieces", frame('450-["x"]')],
  ["a binary event of -1 pieces", frame('45-1-["x"]')],
  ["a binary answer", frame('461-1[{"_placeholder":true,"num":0}]')],
  ["a binary frame", frame(Buffer.from("socket:ping"), { opcode: opcodes.binary })],
  ["binary data in a text frame", frame("bAAAA")],
  ["an empty frame", frame("")],
  ["engine packet type 7", frame("7")],
  ["engine packet type 9", frame("9x")],
  ["a ping in the wrong direction", frame("2")],
  ["UTF-8 that is none", frame(Buffer.from([0x34, 0x32, 0xff, 0xfe, 0xc0, 0x80]))],
  ["a surrogate in UTF-8", frame(Buffer.concat([Buffer.from('42["'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"]')]))],
  ["a frame without mask", frame('42["socket:ping",{}]', { masked: false })],
  ["reserved bits", frame('42["socket:ping",{}]', { reserved: 4 })],
  ["a reserved opcode", frame("42", { opcode: 3 })],
  ["a continuation of nothing", frame("42", { opcode: opcodes.continuation })],
  ["a ping in pieces", frame("x", { opcode: opcodes.ping, fin: false })],
  ["a ping of 126 bytes", frame("x".repeat(126), { opcode: opcodes.ping })],
  ["a close of one byte", frame("x", { opcode: opcodes.close })],
  ["a close with a code that there is not", frame(Buffer.from([0x27, 0x0f]), { opcode: opcodes.close })],
  ["a length of eight exbibytes", Buffer.from([0x81, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 1, 2, 3, 4])],
  ["a packet one byte over the limit", frame(`42["x","${"a".repeat(limits.packetBytes)}"]`)],
  [
    "65,536 fragments with nothing in them",
    Buffer.concat(
      Array.from({ length: 65_536 }, (_, index) =>
        frame("", { opcode: index === 0 ? opcodes.text : opcodes.continuation, fin: false }),
      ),
    ),
  ],
  [
    "65,536 fragments",
    Buffer.concat([
      frame('42["x","', { fin: false }),
      ...Array.from({ length: 65_535 }, () => frame("aaaaa", { opcode: opcodes.continuation, fin: false })),
    ]),
  ],
  ["a text frame between the pieces of another", Buffer.concat([frame('42["x', { fin: false }), frame('42["socket:ping",{}]')])],
  ["a request instead of frames", "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n"],
];

test.each(BROKEN)("%s costs the connection, and nobody else anything", async (_, bytes) => {
  const raw = await admitted();
  raw.writes(bytes);
  expect(await raw.endsWithin(CUT_MS)).toBeLessThan(CUT_MS);
  await bystanders.stillTalk();
});

test("an acknowledgement id may be as huge as one likes", async () => {
  const raw = await admitted();
  raw.says('4299999999999999999999["socket:ping",{}]');
  expect(await raw.hears("43100000000000000000000[")).toContain('"ok":true');
  raw.says(`42${"9".repeat(400)}["socket:ping",{}]`);
  raw.says('4299["socket:ping",{}]');
  expect(await raw.hears("4399[")).toContain('"ok":true');
  raw.leaves();
  await bystanders.stillTalk();
});

test("brackets in what people write are no nesting", async () => {
  const raw = await admitted();
  const message = samplesFor(together, bob.id)["message:send"];
  const content = `${"[{".repeat(1_000)}\\"${"]".repeat(1_000)}`;
  raw.says(`421["message:send",${JSON.stringify({ ...message, content })}]`);
  expect(await raw.hears("431[")).toContain('"ok":true');
  raw.leaves();
});

test("another namespace is not there", async () => {
  const raw = await openRawSocket(baseUrl);
  for (const namespace of ["/admin", "/../admin", "/__proto__", "/constructor"]) {
    raw.says(`40${namespace},${JSON.stringify({ token: mallory.tokens.accessToken })}`);
    expect(await raw.hears(`44${namespace},`)).toContain("Invalid namespace");
  }
  raw.leaves();
  await bystanders.stillTalk();
});

test("two thousand CONNECTs on one connection leave no socket", async () => {
  const raw = await openRawSocket(baseUrl);
  const connect = frame(connectPacket(mallory.tokens.accessToken));
  raw.writes(Buffer.concat(Array.from({ length: 2_000 }, () => connect)));
  expect(await raw.endsWithin(CUT_MS)).toBeLessThan(CUT_MS);
  expect(raw.heard().filter((text) => !text.startsWith("0"))).toEqual([]);
  await bystanders.stillTalk();
});

test("a flood of nonsense in one breath is cut before its answers pile up", async () => {
  const raw = await admitted();
  raw.writes(Buffer.concat(Array.from({ length: 20_000 }, () => frame(`42["${"x".repeat(80)}"]`))));
  expect(await raw.endsWithin(CUT_MS)).toBeLessThan(CUT_MS);
  await bystanders.stillTalk();
});

test("nobody has left a trace in the log", async () => {
  await bystanders.stillTalk();
  expect(defectsIn()).toEqual([]);
});
