import { expect, test } from "vitest";
import { pageFacts, pageText } from "./page-facts.ts";

const nothing = { title: "", description: "", siteName: "", picture: "" };

test("a page says of itself what it says to such readers, else what it says to people", () => {
  const plain = "<title> Two rooms &amp; a <b>garden</b></title><meta name=description content='By the river'>";
  expect(pageFacts(plain)).toEqual({ ...nothing, title: " Two rooms & a <b>garden</b>", description: "By the river" });
  const told = `<meta property="og:title" content="Rooms"><meta property='og:site_name' content="Rook">
    <meta property=og:image content="/a.png"><META NAME="twitter:title" CONTENT="other"><meta property="og:title" content="late">`;
  expect(pageFacts(told + plain)).toEqual({ title: "Rooms", description: "By the river", siteName: "Rook", picture: "/a.png" });
});

test("what people wrote into a page is none of its own words", () => {
  const page = "<head><title>Forum</title></head><body><meta property='og:title' content='Your bank'><title>x</title></body>";
  expect(pageFacts(page)).toEqual({ ...nothing, title: "Forum" });
  expect(pageFacts("<script>document.write('<title>no</title>')</script><!-- <title>no</title> -->")).toEqual(nothing);
});

test("what comes out is text, whatever stands in it", () => {
  const nasty = "<meta property='og:title' content='</script><img src=x onerror=alert(1)>'>";
  expect(pageFacts(nasty).title).toBe("</script><img src=x onerror=alert(1)>");
  expect(pageFacts("\0<<<>>><title").title).toBe("");
  expect(pageFacts(`<title>${"a".repeat(400_000)}`).title.length).toBe(0);
});

test("a page that is all tags or all attributes takes no longer than others", () => {
  const startedAt = performance.now();
  for (const part of ["<a ", "<meta ", "<meta a=", "<!--", "<title>", "&", "<![CDATA[", "</", "<meta property='"])
    pageFacts(part.repeat(Math.floor(524_288 / part.length)));
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test("its bytes are read as its server says, or it does itself", () => {
  const latin = Buffer.from("<title>M\u00fcnchen</title>", "latin1");
  expect(pageText(latin, "text/html; charset=ISO-8859-1")).toContain("München");
  expect(pageText(Buffer.concat([Buffer.from("<meta charset='windows-1252'>"), latin]), "text/html")).toContain("München");
  expect(pageText(Buffer.from("Zürich"), "text/html")).toBe("Zürich");
  expect(pageText(Buffer.from("Zürich"), "text/html; charset=no-such")).toBe("Zürich");
});
