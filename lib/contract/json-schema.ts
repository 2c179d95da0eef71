import * as z from "zod";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

type Described = { schema: JsonSchema; shapes: Record<string, JsonSchema> };

/**
 * A contract's schema as JSON Schema 2020-12: what goes in (before defaults) or what comes out. Shapes that have a
 * name stand beside it, and `#/$defs/Name` refers to them.
 */
export const toJsonSchema = (zodSchema: z.ZodType, io: "input" | "output"): Described => {
  const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(zodSchema, { io, unrepresentable: "any" });
  const name = z.globalRegistry.get(zodSchema)?.id;
  // A named shape by itself is described as a reference to itself, like everywhere else.
  if (name !== undefined && schema.$ref === undefined)
    return { schema: { $ref: `#/$defs/${name}` }, shapes: { ...$defs, [name]: schema } };
  return { schema, shapes: $defs };
};

const isSchema = (value: unknown): value is JsonSchema => typeof value === "object" && value !== null;

const describeObject = ({ properties = {}, required = [], additionalProperties }: JsonSchema): string => {
  const fields = Object.entries(properties).map(([name, property]) => {
    const mark = required.includes(name) ? "" : "?";
    return `${name}${mark}: ${isSchema(property) ? describeSchema(property) : "any"}`;
  });
  if (fields.length === 0 && isSchema(additionalProperties)) return `Record<string, ${describeSchema(additionalProperties)}>`;
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
};

const describeArray = ({ items }: JsonSchema): string => {
  const item = isSchema(items) ? describeSchema(items as JsonSchema) : "any";
  return item.includes("|") && !item.startsWith("{") ? `(${item})[]` : `${item}[]`;
};

const namedFormat = ({ format, pattern }: JsonSchema): string => {
  if (pattern?.includes("[0-9a-f]{12}")) return "uuid";
  return format === "date-time" ? "time" : (format ?? "string");
};

/** A schema in the short notation of the protocol's page: `{ seq: integer, content: string }`. */
export const describeSchema = (schema: JsonSchema): string => {
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1) ?? "any";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((choice) => (isSchema(choice) ? describeSchema(choice) : "any")).join(" | ");
  if (schema.type === "object") return describeObject(schema);
  if (schema.type === "array") return describeArray(schema);
  if (schema.type === "string") return namedFormat(schema);
  return [schema.type ?? "any"].flat().join(" | ");
};
