import { expect, test } from "vitest";
import { ViewingEventName } from "#lib/contract/viewings.ts";
import { toldPage } from "../testing/told-page.ts";
import { toldOf } from "./viewing-notices.ts";

test("who is told of a viewing is what the page says, of everything that can happen", () => {
  expect(toldPage("what happens to a viewing")).toEqual(ViewingEventName.options.map((event) => [event, [...toldOf[event]]]));
});
