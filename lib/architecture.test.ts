import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/**
 * The arrow table: what each part may import of the others (`ANY`: every part). A part is the longest of these paths
 * that a file starts with. Tests may import what they test and the tools they test with.
 */
const ARROWS: Record<string, string[]> = {
  "lib/contract": [],
  "lib/db": ["lib/contract"],
  "lib/domain": ["lib/contract", "lib/db"],
  "lib/infra": ["lib/contract", "lib/domain/ports.ts", "lib/domain/fail.ts"],
  "lib/server": ["lib/contract", "lib/db", "lib/domain", "lib/infra", "drizzle/seed"],
  "lib/client": ["lib/contract"],
  components: ["lib/contract", "lib/client"],
  "app/api": ["lib/contract", "lib/server"],
  app: ["lib/contract", "lib/client", "components", "lib/server/runtime.ts"],
  "server.ts": ["lib/infra", "lib/server"],
  "drizzle/seed": [
    "lib/contract",
    "lib/db",
    "lib/domain/conversations/direct-key.ts",
    "lib/domain/bookings/cancellation-policy.ts",
    "lib/domain/viewings/slots.policy.ts",
    "lib/domain/viewings/viewing-change.ts",
  ],
  scripts: ["lib/contract", "lib/infra", "lib/server", "lib/domain/scan", "drizzle/seed"],
  bench: [
    "lib/contract",
    "lib/db",
    "lib/domain",
    "lib/infra/jwt-access-tokens.ts",
    "lib/client/backoff.ts",
    "lib/client/receipts.ts",
    "e2e/harness",
    "e2e/faults/bugs/plant.ts",
    "scripts/find-chromium.mjs",
  ],
  e2e: ["lib/contract", "lib/db/embedded", "drizzle/seed", "scripts/mended-postgres.mjs"],
};

/** Packages that a part keeps out of. */
const FORBIDDEN_PACKAGES: Record<string, RegExp> = {
  "lib/contract": /^(?!zod$)/,
  "lib/domain": /^(next|react|socket\.io|pino|postgres$)/,
  "lib/client": /^(zod|drizzle-orm|postgres|next-auth\/jwt|node:|socket\.io$)/,
  components: /^(zod|drizzle-orm|postgres|socket\.io|node:)/,
};

/** Inside the domain, a subject takes of another what is meant for others: its rules, its use cases and its readers, not its tables. */
const OPEN_TO_OTHER_SUBJECTS = /\.(policy|service|reader|announcer|presenter)\.ts$/;

type Import = { file: string; specifier: string; target: string | undefined };

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)|(?:^|\n)import\s+"([^"]+)"/g;

const resolve = (file: string, specifier: string): string | undefined => {
  if (specifier.startsWith("#")) return specifier.slice(1);
  return specifier.startsWith(".") ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier)) : undefined;
};

const importsOf = (file: string, source: string): Import[] =>
  [...source.matchAll(IMPORT)].map(([, from, dynamic, bare]) => {
    const specifier = from ?? dynamic ?? bare ?? "";
    return { file, specifier, target: resolve(file, specifier) };
  });

const isWithin = (file: string, part: string): boolean => file === part || file.startsWith(`${part}/`);

const partOf = (file: string): string | undefined =>
  Object.keys(ARROWS)
    .filter((part) => isWithin(file, part))
    .sort((one, other) => other.length - one.length)[0];

const subjectOf = (file: string): string | undefined => /^lib\/domain\/([^/]+)\//.exec(file)?.[1];

const crossesSubjects = (file: string, target: string): boolean => {
  const [own, other] = [subjectOf(file), subjectOf(target)];
  return own !== undefined && other !== undefined && own !== other && !OPEN_TO_OTHER_SUBJECTS.test(target);
};

/** Why an import is not allowed, or nothing. */
const violation = ({ file, specifier, target }: Import): string | undefined => {
  const part = partOf(file);
  if (!part) return `${file} belongs to no part of the table`;
  if (target === undefined) return FORBIDDEN_PACKAGES[part]?.test(specifier) ? `${file} must not use ${specifier}` : undefined;
  if (crossesSubjects(file, target)) return `${file} reaches into another subject: ${target}`;
  const isAllowed = partOf(target) === part || (ARROWS[part] ?? []).some((allowed) => isWithin(target, allowed));
  return isAllowed ? undefined : `${file} (${part}) must not import ${target}`;
};

const sources = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.posix.join(folder, String(name).replaceAll("\\", "/")))
    .filter((file) => /\.(ts|tsx)$/.test(file) && !/\.test\.tsx?$/.test(file) && !/\/testing\//.test(file));

const everyFile = (): string[] => [
  ...["app", "bench", "components", "drizzle/seed", "e2e", "lib", "scripts"].flatMap(sources),
  "server.ts",
];
const read = (file: string): string => fs.readFileSync(file, "utf8");

test("every import follows an arrow", () => {
  const files = everyFile();
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => importsOf(file, read(file))).flatMap((one) => violation(one) ?? [])).toEqual([]);
});

test.each([
  ["components/inbox/list.tsx", 'import { runtime } from "#lib/server/runtime.ts";'],
  ["components/inbox/list.tsx", 'import { io } from "socket.io-client";'],
  ["lib/contract/messages.ts", 'import { users } from "../db/schema/people.ts";'],
  ["lib/domain/messages/message.service.ts", 'import * as listings from "../housing/listing.repository.ts";'],
  ["lib/domain/messages/message.service.ts", 'import { Server } from "socket.io";'],
  ["lib/client/api.ts", 'import * as z from "zod";'],
  ["app/page.tsx", 'import { createServices } from "#lib/server/services.ts";'],
  ["app/page.tsx", 'import { isFailure } from "#lib/domain/fail.ts";'],
  ["lib/infra/log.ts", 'const x = await import("#lib/domain/messages/message.service.ts");'],
])("a planted violation is seen: %s with %s", (file, source) => {
  expect(importsOf(file, source).flatMap((one) => violation(one) ?? [])).toHaveLength(1);
});

test("only the one wrapper listens to what clients send", () => {
  const listeners = sources("lib/server/socket").filter((file) => /socket\.(on|onAny)\(/.test(read(file)));
  expect(listeners).toEqual(["lib/server/socket/bind-events.ts"]);
});

test("nothing but services announces", () => {
  const announcing = sources("lib").filter((file) =>
    /publish\.to(Conversation|Conversations|User|Everybody|Moderators|Desk)\(/.test(read(file)),
  );
  expect(announcing.filter((file) => !/^lib\/domain\/.*\.(service|sender|announcer|recorder)\.ts$/.test(file))).toEqual([]);
});

test("SQL is never put together from text", () => {
  expect(everyFile().filter((file) => file.startsWith("lib/") && /sql\.raw\(/.test(read(file)))).toEqual([]);
});
