import fs from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";

/** Below these a package has a known hole (docs: reliability, section 2). A name that ends in `*` stands for a family. */
const FLOORS: Record<string, { floor: string; why: string }> = {
  next: { floor: "16.3.3", why: "remote code execution through AVIF (GHSA-2xp9-vwfh-vxw4)" },
  react: { floor: "19.2.8", why: "denial of service (CVE-2026-44907)" },
  "react-dom": { floor: "19.2.8", why: "denial of service (CVE-2026-44907)" },
  "react-server-dom-*": { floor: "19.2.8", why: "remote code execution (CVE-2025-55182)" },
  "next-auth": { floor: "4.24.15", why: "look-alike addresses (GHSA-7rqj-j65f-68wh)" },
  "socket.io": { floor: "4.8.3", why: "unlimited attachments (CVE-2026-33151)" },
  "engine.io": { floor: "6.6.9", why: "see socket.io" },
  "socket.io-parser": { floor: "4.2.6", why: "unlimited attachments (CVE-2026-33151)" },
  "socket.io-adapter": { floor: "2.5.8", why: "see socket.io" },
  ws: { floor: "8.21.0", why: "memory exhaustion by fragments (CVE-2026-48779)" },
  sharp: { floor: "0.35.4", why: "remote code execution in libheif (GHSA-rgj7-g3m4-5g8c)" },
};
/** Not ours, or only for some: present or not, but never old. */
const MAY_BE_ABSENT = ["react-server-dom-*", "sharp"];

const LockFile = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

/** Every version of every package that the lock file resolves, nested ones too. */
const resolved = (): { name: string; version: string }[] => {
  const { packages } = LockFile.parse(JSON.parse(fs.readFileSync("package-lock.json", "utf8")));
  return Object.entries(packages).flatMap(([folder, { version }]) => {
    const name = folder.split("node_modules/").at(-1) ?? "";
    return folder === "" || version === undefined ? [] : [{ name, version }];
  });
};

const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** A pre-release comes before its release. */
const isBelow = (version: string, floor: string): boolean => {
  const [release = "", prerelease] = version.split("+")[0]?.split(/-(.*)/) ?? [];
  const numbers = release.split(".").map(Number);
  const floorNumbers = floor.split(".").map(Number);
  const differing = floorNumbers.findIndex((part, index) => part !== numbers[index]);
  if (differing < 0) return prerelease !== undefined;
  return (numbers[differing] ?? 0) < (floorNumbers[differing] ?? 0);
};

test.each(Object.entries(FLOORS))("%s is nowhere below its floor", (pattern, { floor, why }) => {
  const found = resolved().filter(({ name }) => matches(pattern, name));
  if (!MAY_BE_ABSENT.includes(pattern)) expect(found).not.toEqual([]);
  expect(
    found.filter(({ version }) => isBelow(version, floor)),
    why,
  ).toEqual([]);
});

test.each([
  ["16.3.2", "16.3.3", true],
  ["15.9.9", "16.3.3", true],
  ["16.3.3", "16.3.3", false],
  ["16.10.0", "16.3.3", false],
  ["17.0.0", "16.3.3", false],
  ["16.3.3-canary.1", "16.3.3", true],
  ["16.4.0-canary.1", "16.3.3", false],
  ["8.21.0+build", "8.21.0", false],
])("%s against %s", (version, floor, expected) => {
  expect(isBelow(version, floor)).toBe(expected);
});
