import fs from "node:fs";
import { expect, test } from "vitest";
import { type MetricName, metrics } from "#lib/contract/metrics.ts";
import { createPrometheus } from "./prometheus.ts";

const FOLDER = "docs/operations";
const rules = fs.readFileSync(`${FOLDER}/alerts.yml`, "utf8");
const dashboard = fs.readFileSync(`${FOLDER}/dashboard.json`, "utf8");
const page = fs.readFileSync(`${FOLDER}/README.md`, "utf8");
const queries = JSON.parse(dashboard).panels.flatMap(({ targets }: { targets: { expr: string }[] }) =>
  targets.map(({ expr }) => expr),
);
const watched = `${rules}\n${queries.join("\n")}`;

const namesIn = (text: string): string[] => [...new Set(text.match(/\b(uninest|nodejs|process)_[a-z0-9_]+/g))].sort();

test("whatever the rules, the dashboard and the page name is there to be scraped", async () => {
  const text = await createPrometheus().text();
  const typed = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  const series = typed.flatMap(([, name, kind]) =>
    kind === "histogram" ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
  );
  expect(namesIn(watched).length).toBeGreaterThan(10);
  expect(namesIn(watched).filter((name) => !series.includes(name))).toEqual([]);
  const named = typed.map(([, name]) => name);
  expect(namesIn(page.replace(/`(nodejs|process)_…`/g, "")).filter((name) => !named.includes(name))).toEqual([]);
});

test("whatever is measured is watched and explained", () => {
  const seen = namesIn(watched).map((name) => name.replace(/_(bucket|count|sum)$/, ""));
  for (const name of Object.keys(metrics)) {
    expect(seen).toContain(name);
    expect(page).toContain(`\`${name}\``);
  }
});

test("labels and their values are those of the lists", () => {
  const selectors = [...watched.matchAll(/(uninest_[a-z_]+?)(?:_bucket|_count|_sum)?\{([^}]*)\}/g)];
  expect(selectors.length).toBeGreaterThan(5);
  for (const [, name = "", inner = ""] of selectors) {
    const labels: Record<string, readonly string[]> = metrics[name as MetricName].labels;
    for (const [, label = "", , wanted = ""] of inner.matchAll(/(\w+)(=~|!~|!=|=)"([^"]*)"/g)) {
      const matches = new RegExp(`^(${wanted})$`);
      expect({ name, label, wanted, found: labels[label]?.some((value) => matches.test(value)) }).toMatchObject({ found: true });
    }
  }
});

test("each rule says for how long, how urgent it is and what it means, and the page what to do", () => {
  const blocks = rules.split("- alert: ").slice(1);
  expect(blocks.length).toBeGreaterThan(10);
  for (const block of blocks) {
    expect(block).toMatch(/expr:[\s\S]+for: \d+m\n\s+labels: \{ severity: (page|look) \}\n\s+annotations:\n\s+summary: \S/);
    expect(page).toContain(`\`${block.split("\n", 1)[0]}\``);
  }
});
