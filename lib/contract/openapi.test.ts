import { expect, test } from "vitest";
import { openApiDocument } from "./openapi.ts";
import { routes } from "./routes.ts";

test("every route is described, with its parameters, its body and its refusals", () => {
  const { paths } = openApiDocument();
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(Object.keys(routes).sort());
  expect(paths["/api/conversations/{id}/messages"]?.get).toMatchObject({
    parameters: expect.arrayContaining([
      expect.objectContaining({ name: "id", in: "path", required: true }),
      expect.objectContaining({ name: "limit", in: "query", required: false }),
      expect.objectContaining({ name: "before", in: "query", required: false }),
    ]),
    responses: { 200: {}, 400: {}, 401: {}, 404: {}, 429: {}, 503: {} },
  });
  expect(paths["/api/users"]?.post).toMatchObject({
    requestBody: { content: { "application/json": { schema: { required: ["email", "password", "name", "role"] } } } },
  });
});
