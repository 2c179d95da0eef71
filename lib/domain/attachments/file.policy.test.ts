import sharp from "sharp";
import { expect, test } from "vitest";
import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import { judgeFile } from "./file.policy.ts";
import * as sample from "./testing/sample-files.ts";

const picture = (kind: "jpeg" | "png" | "webp" | "gif" | "avif" | "tiff"): Promise<Buffer> =>
  sharp({ create: { width: 20, height: 10, channels: 3, background: "red" } })
    .toFormat(kind)
    .toBuffer();

const hex = (bytes: string, more = ""): Buffer =>
  Buffer.concat([Buffer.from(bytes, "hex"), Buffer.from(more), Buffer.alloc(300)]);
const text = (content: string): Buffer => Buffer.from(content);
const OFFICE = "application/vnd.openxmlformats-officedocument";

type Made = Buffer | Promise<Buffer>;

const taken: [string, string, Made, string, string][] = [
  ["a photo", "IMG_1.JPG", picture("jpeg"), "image/jpeg", "IMG_1.webp"],
  ["a screenshot", "shot.png", picture("png"), "image/png", "shot.webp"],
  ["a WebP", "a.webp", picture("webp"), "image/webp", "a.webp"],
  ["a GIF", "a.gif", picture("gif"), "image/gif", "a.webp"],
  ["a picture by another name", "a.html", picture("jpeg"), "image/jpeg", "a.webp"],
  [
    "a picture with an archive behind it",
    "a.jpg",
    picture("jpeg").then((one) => Buffer.concat([one, sample.zip()])),
    "image/jpeg",
    "a.webp",
  ],
  ["a video", "a.mp4", sample.mp4("isom", "vide", "soun"), "video/mp4", "a.mp4"],
  ["a video of an iPhone", "a.MOV", sample.mp4("qt  ", "vide"), "video/quicktime", "a.mov"],
  ["a video of a browser", "a.webm", sample.webm("V_VP9", "A_OPUS"), "video/webm", "a.webm"],
  ["a recording of Chromium", "a.webm", sample.webm("A_OPUS"), "audio/webm", "a.webm"],
  ["one that sounds like a picture", "a.webm", Buffer.concat([sample.webm("A_OPUS"), Buffer.from("V_")]), "audio/webm", "a.webm"],
  ["a recording of Safari", "a.mp4", sample.mp4("iso5", "soun"), "audio/mp4", "a.m4a"],
  ["a recording of Firefox", "a.ogg", sample.ogg(), "audio/ogg", "a.ogg"],
  ["an M4A", "a.m4a", sample.mp4("M4A ", "soun"), "audio/mp4", "a.m4a"],
  ["an MP3", "a.mp3", sample.mp3(), "audio/mpeg", "a.mp3"],
  ["a WAV", "a.wav", sample.wav(), "audio/wav", "a.wav"],
  ["a PDF", "Lease.PDF", sample.pdf(), "application/pdf", "Lease.pdf"],
  ["a PDF that calls itself a program", "lease.exe", sample.pdf(), "application/pdf", "lease.pdf"],
  ["a PDF with a page in it", "a.pdf.html", sample.pdf("<script>alert(1)</script>"), "application/pdf", "a.pdf.pdf"],
  ["a text", "notes.txt", text("Grüße,\r\n\tfrom 東京 🏠\n"), "text/plain", "notes.txt"],
  ["a text with a mark", "notes.TXT", text("\ufeffhello"), "text/plain", "notes.txt"],
  ["a Word document", "a.docx", sample.docx(), `${OFFICE}.wordprocessingml.document`, "a.docx"],
  ["an Excel table", "a.xlsx", sample.xlsx(), `${OFFICE}.spreadsheetml.sheet`, "a.xlsx"],
  ["slides", "a.pptx", sample.pptx(), `${OFFICE}.presentationml.presentation`, "a.pptx"],
  ["an OpenDocument", "a.odt", sample.odt(), "application/vnd.oasis.opendocument.text", "a.odt"],
];

test.each(taken)("%s is taken by its bytes", async (_, name, bytes, contentType, called) => {
  expect(await judgeFile(await bytes, name)).toMatchObject({ contentType, name: called });
});

const refused: [string, string, Made][] = [
  ["nothing", "a.pdf", Buffer.alloc(0)],
  ["a Windows program", "a.pdf", hex("4d5a9000030000000400")],
  ["a Windows program as a text", "a.txt", hex("4d5a9000030000000400")],
  ["a Linux program", "a.txt", hex("7f454c46020101")],
  ["a Mac program", "a.jpg", hex("cffaedfe07000001")],
  ["a Java class", "a.pdf", hex("cafebabe00000034")],
  ["WebAssembly", "a.pdf", hex("0061736d01000000")],
  ["an archive", "a.zip", sample.zip({ name: "a.txt", content: "a" })],
  ["an archive that climbs out", "a.docx", sample.zip({ name: "../../etc/cron.d/a", content: "a" })],
  ["an archive as a document", "a.docx", sample.zip({ name: "word/document.xml", content: "a" })],
  ["an app for Android", "a.pdf", sample.zip({ name: "AndroidManifest.xml", content: "a" })],
  ["an archive in an archive", "a.zip", sample.zip({ name: "a.zip", content: "PK" })],
  ["RAR", "a.pdf", hex("526172211a0700")],
  ["7z", "a.pdf", hex("377abcaf271c")],
  ["gzip", "a.txt", hex("1f8b0800")],
  ["a document with macros by its type", "a.docx", sample.docm()],
  ["a document with macros by its parts", "a.docx", sample.docx({ name: "word/vbaProject.bin", content: "x" })],
  ["an old Word document", "a.doc", hex("d0cf11e0a1b11ae1")],
  ["RTF", "a.rtf", text("{\\rtf1\\ansi hello}")],
  ["PostScript", "a.pdf", text("%!PS-Adobe-3.0 EPSF-3.0\n")],
  ["AVIF", "a.jpg", picture("avif")],
  ["HEIF", "a.heic", sample.mp4("heic")],
  ["TIFF", "a.jpg", picture("tiff")],
  ["BMP", "a.jpg", text("BM\u0000\u0000\u0000\u0000 what a bitmap")],
  ["an icon", "a.ico", hex("00000100010010101000")],
  ["Photoshop", "a.jpg", text("8BPS\u0000\u0001")],
  ["SVG", "a.svg", text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ["SVG as PNG", "a.png", text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ["SVG as a text", "a.txt", text("\n <svg onload=alert(1)>")],
  ["a page", "a.html", text("<!doctype html><script>alert(1)</script>")],
  ["a page as a text", "a.txt", text("  <HTML><body>hello")],
  ["a page as PNG", "a.png", text("<html></html>")],
  ["a script as PNG", "a.png", text("alert(document.cookie)")],
  ["a script by its name", "a.js", text("alert(1)")],
  ["a script for a shell as a text", "a.txt", text("#!/bin/sh\nrm -rf /")],
  ["PHP as a text", "a.txt", text("<?php system($_GET[0]);")],
  ["a batch file as a text", "a.txt", text("@echo off\r\n")],
  ["a text with a NUL", "a.txt", text("hello\u0000world")],
  ["a text with an escape", "a.txt", text("hello\u001b[2Jworld")],
  ["a text that is no UTF-8", "a.txt", Buffer.from([0x68, 0xff, 0xfe, 0x68])],
  ["a text in UTF-16", "a.txt", Buffer.from("\ufeffhello", "utf16le")],
  ["a text of two names", "a.txt.exe", text("hello")],
  ["a table of commas", "a.csv", text("=cmd|' /C calc'!A0,1")],
  ["Flash", "a.swf", text("FWS\u0006")],
  ["a film of another kind", "a.mkv", Buffer.from("1a45dfa3884282856d617472", "hex")],
  ["an e-mail", "a.eml", text("From: a@b.test\r\n\r\nhello")],
];

test.each(refused)("%s is not taken", async (_, name, bytes) => {
  await expect(judgeFile(await bytes, name)).rejects.toMatchObject({ code: "content_rejected", details: { reason: "type" } });
});

test.each([
  ["../../etc/passwd.pdf", "passwd.pdf"],
  ["C:\\Users\\me\\lease.pdf", "lease.pdf"],
  ["..\\..\\a.pdf", "a.pdf"],
  ["a\0b.pdf", "ab.pdf"],
  ["le\u202efdp.exe", "lefdp.pdf"],
  ["\u200b\u2066a\u2069.pdf", "a.pdf"],
  ["a\r\nb\tc.pdf", "abc.pdf"],
  ["", "file.pdf"],
  ["...", "file.pdf"],
  [".pdf", "pdf.pdf"],
  [".htaccess", ".htaccess.pdf".slice(1)],
  ["CON", "_CON.pdf"],
  ["con.pdf", "_con.pdf"],
  ["lpt1.tar.gz", "_lpt1.tar.pdf"],
  ["a.", "a.pdf"],
  ["report v1.2", "report v1.2.pdf"],
  ['a<b>:"|?*.pdf', "ab.pdf"],
  ["/", "file.pdf"],
  ["__proto__", "__proto__.pdf"],
  ["e\u0301.pdf", "é.pdf"],
  ["Mietvertrag Müller 東京 🏠.pdf", "Mietvertrag Müller 東京 🏠.pdf"],
])("the name %j becomes %j", async (given, name) => {
  expect((await judgeFile(sample.pdf(), given)).name).toBe(name);
});

test("a long name is cut and keeps its ending", async () => {
  const { name } = await judgeFile(sample.pdf(), `${"🏠".repeat(300)}.pdf`);
  expect([...name].length).toBeLessThanOrEqual(attachmentLimits.nameCharacters);
  expect(name).toMatch(/^🏠+\.pdf$/u);
});
