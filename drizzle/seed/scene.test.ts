import { describe, expect, it } from "vitest";
import { allScenes, cutToEnd } from "./cast.ts";
import { readScript, scenes } from "./scene.ts";

const script = `
  ? garden
  S: Is it free?
  ~2h
  L: It is.
  L^2: For you.
  @1 17:30
  S: I am here`;

describe("readScript", () => {
  it("reads who says what, after which wait, in answer to what", () => {
    expect(readScript(script)).toEqual({
      needs: ["garden"],
      lines: [
        { by: 0, text: "Is it free?", wait: { kind: "beat" }, repliesBack: null },
        { by: 1, text: "It is.", wait: { kind: "pause", minutes: 120 }, repliesBack: null },
        { by: 1, text: "For you.", wait: { kind: "beat" }, repliesBack: 2 },
        { by: 0, text: "I am here", wait: { kind: "at", day: 1, clock: "17:30" }, repliesBack: null },
      ],
    });
  });

  it("refuses a row that says nothing", () => {
    expect(() => readScript("L It is free.")).toThrow("says nothing");
  });
});

describe("scenes", () => {
  it("knows that a flatmate needs a shared house", () => {
    expect(scenes("living", { one: "S: Ask {flatmate}" })[0]?.needs).toEqual(["shared"]);
  });

  it("are all called differently", () => {
    const keys = allScenes.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe("cutToEnd", () => {
  const [scene] = scenes("living", { one: script });
  if (!scene) throw new Error("no scene");

  it("ends after as many messages in a row as wished, before any appointment", () => {
    expect(cutToEnd(scene, { by: 1, run: 2 })?.lines.map(({ text }) => text)).toEqual(["Is it free?", "It is.", "For you."]);
    expect(cutToEnd(scene, { by: 0, run: 1 })?.lines.map(({ text }) => text)).toEqual(["Is it free?"]);
  });

  it("says when a scene cannot end so", () => {
    expect(cutToEnd(scene, { by: 0, run: 2 })).toBeNull();
  });
});
