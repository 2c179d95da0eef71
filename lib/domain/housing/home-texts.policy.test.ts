import { expect, test } from "vitest";
import { isFailure } from "../fail.ts";
import { createContentJudge } from "../messages/content.policy.ts";
import { assertHomeTexts, type HomeTexts } from "./home-texts.policy.ts";

const content = createContentJudge({ ownHosts: ["uninest.example"] });
const refusalOf = (texts: HomeTexts) => {
  try {
    assertHomeTexts(content, texts);
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
  return undefined;
};

test.each<HomeTexts>([
  {
    title: "House at the river",
    description: "Four rooms, a garden, a bath for two. The deposit is one month's rent, paid when you move in.",
  },
  { title: "Altbau am Park", tagline: "Zimmer 3 mit Balkon", amenities: ["Waschmaschine", "WLAN", "Fahrradkeller"] },
  { name: "Room 4.12" },
  {},
])("an honest home passes: %o", (texts) => {
  expect(refusalOf(texts)).toBeUndefined();
});

test("what is refused says which field, and why", () => {
  const refusal = refusalOf({
    title: "Nice flat",
    description: "Write me on WhatsApp +49 151 2345 6789 and pay the deposit by Western Union, I post you the keys.",
  });
  expect(refusal).toMatchObject({ code: "content_rejected", details: { fields: { description: expect.any(Array) } } });
  expect(JSON.stringify(refusal?.details)).toContain("money.cash_service");
  expect(JSON.stringify(refusal?.details)).not.toContain('"title"');
});

test("no field is a way around it", () => {
  for (const texts of [
    { title: "Call 0151 23456789" },
    { amenities: ["WLAN", "whatsapp me: 0151 23456789"] },
    { name: "bit by bitcoin: pay the deposit in bitcoin" },
  ])
    expect(refusalOf(texts)?.code).toBe("content_rejected");
});
