import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Listing } from "#lib/contract/housing.ts";
import type { ResponseFigures } from "#lib/contract/responses.ts";
import { opensHome } from "../harness/own-homes.ts";
import { createPerson, disconnectAll, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { execute } from "../harness/sql.ts";

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");

let students: Person[];
let lena: Person;
let otto: Person;

beforeAll(async () => {
  students = await Promise.all(Array.from({ length: 10 }, (_, index) => createPerson(baseUrl, `student ${index}`)));
  [lena, otto] = [await createPerson(baseUrl, "lena", "landlord"), await createPerson(baseUrl, "otto", "landlord")];
});
afterAll(() => disconnectAll(...students, lena, otto));

const figures = async (person: Person) => (await person.http<ResponseFigures>("/api/my/responses")).body;

/** Everything in a conversation was said so much earlier. */
const putBack = (conversationId: string, hours: number) =>
  execute(databaseUrl, "update messages set created_at = created_at - $2::text::interval where conversation_id = $1", [
    conversationId,
    `${hours} hours`,
  ]);

test("ten threads tell how a landlord answers: to them in figures, on their homes to everybody", async () => {
  const home = await opensHome(lena);
  const shown = async () => (await request<Listing>(`${baseUrl}/api/listings/${home.id}`)).body.responses;
  expect(await figures(lena)).toEqual({ threads: 0, medianMinutes: null, answeredPercent: null });

  const [silent, ...answered] = students;
  for (const student of answered) {
    const talk = await student.opens(lena, home.id);
    await student.says(talk, "Is it free?");
    await putBack(talk, 3);
    await lena.says(talk, "Yes");
  }
  expect(await figures(lena)).toEqual({ threads: 9, medianMinutes: null, answeredPercent: null });

  const unanswered = (await silent?.opens(lena, home.id)) ?? "";
  await silent?.says(unanswered, "Hello?");
  expect((await figures(lena)).threads).toBe(9);
  await putBack(unanswered, 25);
  const told = { threads: 10, medianMinutes: 180, answeredPercent: 90 };
  expect(await figures(lena)).toEqual(told);
  expect(await shown()).toEqual(told);

  await putBack(unanswered, 30 * 24);
  expect((await figures(lena)).threads).toBe(9);
});

test("what a landlord begins, or hears from another landlord, counts for nobody", async () => {
  const [student] = students;
  if (!student) throw new Error("there is no student");
  const begun = await otto.opens(student);
  await otto.says(begun, "Are you still looking?");
  await student.says(begun, "Yes");
  await otto.says(begun, "Good");
  const between = await lena.opens(otto);
  await lena.says(between, "A question");
  await otto.says(between, "An answer");
  expect((await figures(otto)).threads).toBe(0);
  expectProblem("a student's figures", await student.http("/api/my/responses"), "forbidden");
});
