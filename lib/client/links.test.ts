import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textParts } from "./links.ts";

const links = (text: string) => textParts(text).flatMap(({ text: shown, href }) => (href === null ? [] : [shown]));

describe("textParts", () => {
  it.each([
    ["see https://uni.example/a?b=c#d now", ["https://uni.example/a?b=c#d"]],
    ["(https://uni.example/a).", ["https://uni.example/a"]],
    ["https://uni.example/a_(b), yes", ["https://uni.example/a_(b)"]],
    ["http://one.example https://two.example!", ["http://one.example", "https://two.example"]],
    ["HTTPS://UNI.EXAMPLE/A", ["HTTPS://UNI.EXAMPLE/A"]],
    ["no address here: uni.example, mailto:a@uni.example", []],
    ["https://", []],
  ])("finds the addresses of %j", (text, found) => {
    expect(links(text)).toEqual(found);
  });

  it.each(["javascript:alert(1)", "data:text/html,<b>", "vbscript:x", "jahttps:javascript:alert(1)", "file:///etc/passwd"])(
    "makes no link of %s",
    (text) => {
      expect(links(text)).toEqual([]);
    },
  );

  it("loses no character and links nothing but http and https", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("https://a.example/", "http://b", "(", ")", ".", " ", "javascript:", "\n"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const parts = textParts(text);
        expect(parts.map((part) => part.text).join("")).toBe(text);
        for (const { href } of parts) if (href !== null) expect(href).toMatch(/^https?:\/\//);
      }),
    );
  });
});
