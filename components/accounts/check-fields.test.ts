import { describe, expect, it } from "vitest";
import {
  checkForgotten,
  checkPasswordChange,
  checkReset,
  checkSignIn,
  checkSignUp,
  countCharacters,
  errorsOfIssues,
} from "./check-fields.ts";

const alice = { email: "alice@uninest.test", password: "long enough", name: "Alice", role: "student" };

describe("signing in", () => {
  it("asks for both fields", () => {
    expect(checkSignIn({ email: " ", password: "" })).toEqual({ email: "emailMissing", password: "passwordMissing" });
    expect(checkSignIn({ email: "alice", password: "x" })).toEqual({ email: "email" });
  });

  it("does not judge an old password by today's rule", () => {
    expect(checkSignIn({ email: "alice@uninest.test", password: "short" })).toEqual({});
  });
});

describe("signing up", () => {
  it("accepts what the contract accepts", () => {
    expect(checkSignUp(alice)).toEqual({});
  });

  it("names each field that does not fit", () => {
    const errors = checkSignUp({ email: "", password: "seven77", name: "  ", role: "" });
    expect(errors).toEqual({ email: "emailMissing", password: "password", name: "name", role: "role" });
  });

  it("counts an emoji as one character", () => {
    expect(countCharacters("🦉🦉🦉🦉")).toBe(4);
    expect(checkSignUp({ ...alice, password: "🦉🦉🦉🦉" })).toEqual({ password: "password" });
    expect(checkSignUp({ ...alice, password: "x".repeat(129) })).toEqual({ password: "password" });
  });
});

it("a forgotten password asks for the address only", () => {
  expect(checkForgotten({ email: "alice@uninest.test" })).toEqual({});
  expect(checkForgotten({ email: "alice" })).toEqual({ email: "email" });
});

it("a new password follows today's rule, the current one only has to be there", () => {
  expect(checkReset({ password: "seven77" })).toEqual({ password: "password" });
  expect(checkPasswordChange({ current: "old", password: "long enough" })).toEqual({});
  expect(checkPasswordChange({ current: "", password: "" })).toEqual({ current: "passwordMissing", password: "password" });
});

describe("the server's issues", () => {
  it("find their field, whatever leads to it, and leave others out", () => {
    expect(errorsOfIssues([{ path: "email" }, { path: "body.password" }, { path: "query.limit" }])).toEqual({
      email: "email",
      password: "password",
    });
  });
});
