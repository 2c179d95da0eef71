import { expect, test } from "vitest";
import { refusalOfName } from "./name.policy.ts";

test.each([
  "UniNest Support",
  "Uni Nest Team",
  "Un1nest",
  "UNІNEST",
  "uni.nest billing",
  "Admin",
  "Adm1n",
  "The Administrator",
  "Moderator Max",
  "Kundendienst",
  "Customer Service",
  "Security Team",
  "Soporte",
])("nobody is called %s", (name) => {
  expect(refusalOfName(name)?.rule).toBe("name.staff");
});

test.each(["Anna 0151 23456789", "rooms.example.com", "whatsapp me", "anna@gmail.com", "http://bit.ly/x"])(
  "%s is no name",
  (name) => {
    expect(refusalOfName(name)?.rule).toBe("name.contact");
  },
);

test.each([
  "Alice Moss",
  "Jürgen Müller-Lüdenscheidt",
  "Admira Adminović",
  "José Luis O’Connor",
  "李小龙",
  "Anna K.",
  "Max 2",
  "Nestor Uribe",
  "Dr. Mod Eratori",
  "Viktor Nestroy",
  "Søren Ærø",
  "Al",
])("somebody may be called %s", (name) => {
  expect(refusalOfName(name)).toBeUndefined();
});
