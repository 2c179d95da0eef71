import { expect, test } from "vitest";
import { dispositionOf } from "./disposition.ts";

test.each([
  ["lease.pdf", `attachment; filename="lease.pdf"; filename*=UTF-8''lease.pdf`],
  ["Mietvertrag Müller.pdf", `attachment; filename="Mietvertrag M_ller.pdf"; filename*=UTF-8''Mietvertrag%20M%C3%BCller.pdf`],
  [
    `a"; filename=b.exe; c.pdf`,
    `attachment; filename="a_; filename=b.exe; c.pdf"; filename*=UTF-8''a%22%3B%20filename%3Db.exe%3B%20c.pdf`,
  ],
  ["it's (1)*.pdf", `attachment; filename="it's (1)*.pdf"; filename*=UTF-8''it%27s%20%281%29%2A.pdf`],
  ["50%.pdf", `attachment; filename="50_.pdf"; filename*=UTF-8''50%25.pdf`],
])("%s", (name, expected) => {
  expect(dispositionOf("attachment", name)).toBe(expected);
});
