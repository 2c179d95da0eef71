import { expect, test } from "vitest";
import { emailVerificationMail, passwordResetMail } from "./mails.ts";

const given = { id: "1", to: "alice@people.test", origin: "https://uninest.example", token: "abc-123" };

test("each letter has its link once to click and once to copy, with the token behind the #", () => {
  const reset = passwordResetMail(given);
  expect(reset.to).toBe("alice@people.test");
  expect(reset.text).toContain("\nhttps://uninest.example/reset-password#token=abc-123\n");
  expect(reset.html.match(/https:\/\/uninest\.example\/reset-password#token=abc-123/g)).toHaveLength(2);
  expect(emailVerificationMail(given).text).toContain("\nhttps://uninest.example/verify-email#token=abc-123\n");
});

test("what is put into a letter cannot become markup of it", () => {
  const { html } = passwordResetMail({ ...given, token: `"><img src=x onerror='alert(1)'>&` });
  expect(html).not.toContain("<img");
  expect(html).toContain("&#34;&#62;&#60;img src=x onerror=&#39;alert(1)&#39;&#62;&#38;");
});
