import fs from "node:fs";
import type * as z from "zod";
import { clientEvents, serverEvents } from "#lib/contract/events.ts";
import { describeSchema, type JsonSchema, toJsonSchema } from "#lib/contract/json-schema.ts";
import { rates } from "#lib/contract/limits.ts";

/** Writes docs/events.md from the contract; with --check it only says whether the page is up to date. */

const FILE = "docs/events.md";

const shapes: Record<string, JsonSchema> = {};

/** The short notation of a schema; the shapes that it names are kept for the end of the page. */
const shapeOf = (schema: z.ZodType, io: "input" | "output"): string => {
  const described = toJsonSchema(schema, io);
  Object.assign(shapes, described.shapes);
  return describeSchema(described.schema);
};

const codeBlock = (lines: string[]): string => `\`\`\`ts\n${lines.join("\n")}\n\`\`\``;

const clientEvent = ([name, event]: [string, (typeof clientEvents)[keyof typeof clientEvents]]): string => {
  const { points, seconds } = rates[event.rate];
  const codes = [...event.codes].map((code) => `\`${code}\``).join(", ");
  const lines = [`payload: ${shapeOf(event.input, "input")}`, `answer:  ${shapeOf(event.output, "output")}`];
  const refusals = codes ? ` Can be refused with ${codes}.` : "";
  return `### \`${name}\`\n\n${event.summary}\n\n${codeBlock(lines)}\n\nAt most ${points} in ${seconds} s.${refusals}`;
};

const serverEvent = ([name, event]: [string, (typeof serverEvents)[keyof typeof serverEvents]]): string =>
  `### \`${name}\`\n\n${event.summary} To ${event.audience}.\n\n${codeBlock([shapeOf(event.payload, "output")])}`;

const asked = Object.entries(clientEvents).map(clientEvent).join("\n\n");
const heard = Object.entries(serverEvents).map(serverEvent).join("\n\n");
const named = Object.entries(shapes).map(([name, shape]) => `${name} = ${describeSchema(shape)}`);

const page = `# Events

Written by \`npm run docs:write\` from \`lib/contract/events.ts\`; do not edit. The routes are at \`/api/openapi.json\`.

Every client event takes an acknowledgement and gets exactly one answer: \`{ ok: true, data }\` or
\`{ ok: false, error: { code, message, retryable, retryAfterMs?, details? } }\`. Without a callback a refusal comes as the event
\`error:<code>\`. Every event can be refused with \`validation_failed\`, \`rate_limited\`, \`unavailable\` and \`internal\`.

## What a client may ask

${asked}

## What a client may hear

${heard}

## Shapes

${codeBlock(named)}
`;

if (!process.argv.includes("--check")) fs.writeFileSync(FILE, page);
else if (!fs.existsSync(FILE) || fs.readFileSync(FILE, "utf8") !== page) {
  console.error(`${FILE} is out of date. Run: npm run docs:write`);
  process.exit(1);
}
