import { describe, expect, it } from "vitest";
import { attributeOf, createStanzaSplitter } from "./stanzas.ts";

const HEAD = `<?xml version='1.0'?><stream:stream id='7' version='1.0' xmlns='jabber:client'>`;
const FEATURES = "<stream:features><mechanisms xmlns='sasl'><mechanism>PLAIN</mechanism></mechanisms></stream:features>";
const MESSAGE =
  "<message to='bob@localhost/bench' from='alice@localhost/bench' type='chat' id='m1'>" +
  "<stanza-id by='bob@localhost' id='1790'/><body>a &lt; b &gt; c</body></message>";

describe("what a server says on a stream", () => {
  it("comes apart into its head and its stanzas", () => {
    const split = createStanzaSplitter();
    expect(split(HEAD + FEATURES)).toEqual(["<?xml version='1.0'?>", HEAD.slice(21), FEATURES]);
    expect(split(`<success xmlns='sasl'/>${MESSAGE}${MESSAGE}`)).toEqual(["<success xmlns='sasl'/>", MESSAGE, MESSAGE]);
    expect(split("<r/></stream:stream>")).toEqual(["<r/>", "</stream:stream>"]);
  });

  it("comes the same wherever it was cut", () => {
    const whole = HEAD + FEATURES + MESSAGE + MESSAGE;
    const once = createStanzaSplitter()(whole);
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const split = createStanzaSplitter();
      expect([...split(whole.slice(0, cut)), ...split(whole.slice(cut))]).toEqual(once);
    }
    const split = createStanzaSplitter();
    expect([...whole].flatMap((character) => split(character))).toEqual(once);
  });

  it("says nothing of a stanza that has only begun", () => {
    const split = createStanzaSplitter();
    expect(split(MESSAGE.slice(0, -1))).toEqual([]);
    expect(split(">")).toEqual([MESSAGE]);
  });
});

describe("an attribute", () => {
  it("is the stanza's own", () => {
    expect(attributeOf(MESSAGE, "id")).toBe("m1");
    expect(attributeOf(MESSAGE, "by")).toBeUndefined();
    expect(attributeOf(`<iq type="result" id='1'/>`, "type")).toBe("result");
  });
});
