import { expect, test } from "vitest";
import { scriptText } from "./listing-data.ts";

test("what a landlord has written cannot leave the script that it stands in", () => {
  const data = { name: "</script><script>alert(1)</script>", "<!--": "<b>" };
  expect(scriptText(data)).not.toContain("<");
  expect(JSON.parse(scriptText(data))).toEqual(data);
});
