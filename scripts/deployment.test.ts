import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import * as z from "zod";
import { routes } from "#lib/contract/routes.ts";
import { settingNames } from "#lib/infra/env.ts";
import { BUILD_INPUTS, PROGRAMS } from "./steps.mjs";

/** Settings of what is still to come: the profile for calls hands them on already. */
const TO_COME = ["REDIS_URL", "LIVEKIT_URL", "LIVEKIT_API_KEY", "LIVEKIT_API_SECRET"];
/** Longer than a stop takes: ten seconds, and five for balancers to hear of it. */
const STOP_SECONDS = 15;

const read = (file: string): string => fs.readFileSync(file, "utf8");
const isSetting = (name: string): boolean => settingNames.includes(name) || TO_COME.includes(name);
const isRoute = (address: string): boolean => Object.hasOwn(routes, `GET ${address}`);

const Compose = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      image: z.string(),
      environment: z.record(z.string(), z.string()).default({}),
      depends_on: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).default([]),
      volumes: z.array(z.string()).default([]),
      networks: z.object({ default: z.object({ ipv4_address: z.string() }) }).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
});

test("what compose.yaml names is there, and its nodes are told nothing that nobody reads", () => {
  const { services, volumes } = Compose.parse(parse(read("compose.yaml"), { merge: true }));
  for (const [name, service] of Object.entries(services)) {
    expect({ name, image: service.image }).toEqual({ name, image: expect.stringMatching(/^(uninest|[\w/-]+:\w[\w.-]*)$/) });
    expect(service.image).not.toMatch(/:latest$/);
    const others = Array.isArray(service.depends_on) ? service.depends_on : Object.keys(service.depends_on);
    for (const other of others) expect(Object.keys(services)).toContain(other);
    for (const volume of service.volumes) {
      const [source = ""] = volume.split(":");
      if (source.startsWith("./deploy/nginx")) continue;
      if (source.startsWith(".")) expect(fs.existsSync(source)).toBe(true);
      else expect(Object.keys(volumes)).toContain(source);
    }
    if (service.image === "uninest") expect(Object.keys(service.environment).filter((key) => !isSetting(key))).toEqual([]);
  }
});

test("nginx of compose.yaml knows every node by the address that it keeps", () => {
  const { services } = Compose.parse(parse(read("compose.yaml"), { merge: true }));
  const kept = Object.values(services).flatMap(({ networks }) => (networks ? [networks.default.ipv4_address] : []));
  const known = [...read("deploy/compose/nodes.conf").matchAll(/^ *server (\S+):3000 /gm)].map(([, address]) => address);
  expect(known).toEqual(kept);
  const nodes = Object.keys(services).filter((name) => name.startsWith("node-"));
  expect(kept).toHaveLength(nodes.length);
});

const folder = "deploy/kubernetes";
const Resource = z.looseObject({ kind: z.string(), metadata: z.looseObject({ name: z.string() }) });
const manifests = fs
  .readdirSync(folder)
  .filter((file) => file !== "kustomization.yaml")
  .flatMap((file) => parseAllDocuments(read(path.join(folder, file))).map((document) => Resource.parse(document.toJSON())));
const of = (kind: string) => manifests.filter((manifest) => manifest.kind === kind);

const Probe = z.object({ httpGet: z.object({ path: z.string() }) });
const Pod = z.object({
  terminationGracePeriodSeconds: z.number().default(STOP_SECONDS + 1),
  securityContext: z.object({ runAsNonRoot: z.literal(true) }),
  containers: z.array(
    z.object({
      args: z.array(z.string()).optional(),
      startupProbe: Probe.optional(),
      livenessProbe: Probe.optional(),
      readinessProbe: Probe.optional(),
      securityContext: z.object({ allowPrivilegeEscalation: z.literal(false), readOnlyRootFilesystem: z.literal(true) }),
    }),
  ),
});
const podOf = ({ spec }: z.output<typeof Resource>) =>
  Pod.parse(z.object({ template: z.object({ spec: z.unknown() }) }).parse(spec).template.spec);

test("nodes in Kubernetes are told nothing that nobody reads", () => {
  const told = [...of("ConfigMap").map(({ data }) => data), ...of("Secret").map(({ stringData }) => stringData)];
  const names = told.flatMap((data) => Object.keys(z.record(z.string(), z.string()).parse(data)));
  expect(names.filter((name) => !isSetting(name))).toEqual([]);
  expect(names).toEqual([...new Set(names)]);
});

test("a node is started anew when it is dead, not when its database is away, and has the time to stop", () => {
  const [set, ...others] = of("StatefulSet").map(podOf);
  expect(others).toEqual([]);
  const [container] = set?.containers ?? [];
  expect(set?.terminationGracePeriodSeconds).toBeGreaterThan(STOP_SECONDS);
  expect(container?.livenessProbe?.httpGet.path).toBe("/api/live");
  expect(container?.readinessProbe?.httpGet.path).toBe("/api/ready");
  for (const probe of [container?.startupProbe, container?.livenessProbe, container?.readinessProbe])
    expect(isRoute(probe?.httpGet.path ?? "")).toBe(true);
  for (const job of of("Job").map(podOf))
    for (const { args = [] } of job.containers) expect(isBuilt(args.at(-1) ?? "")).toBe(true);
});

const isBuilt = (file: string): boolean => Object.keys(PROGRAMS).some((name) => file === `dist/${name}.mjs`);

test("the image starts what is built, as nobody, and is looked at by a route that there is", () => {
  const dockerfile = read("Dockerfile");
  const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name);
  for (const [, stage] of dockerfile.matchAll(/^(?:FROM (?!node:)|COPY --from=)([\w-]+)/gm)) expect(stages).toContain(stage);
  expect(dockerfile.match(/^USER .+$/gm)).toEqual(["USER node"]);
  expect(isRoute(/fetch\(`[^`]*(\/api\/\w+)`\)/.exec(dockerfile)?.[1] ?? "")).toBe(true);
  expect(isBuilt(/^CMD .*"(dist\/[\w.-]+)"\]$/m.exec(dockerfile)?.[1] ?? "")).toBe(true);
});

test("what is built of reaches the build", () => {
  const ignored = read(".dockerignore")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  for (const input of [...BUILD_INPUTS, "scripts", "package.json"]) expect(ignored).not.toContain(input);
  expect(ignored).toEqual(expect.arrayContaining([".git", ".data", ".env*", "node_modules"]));
});
