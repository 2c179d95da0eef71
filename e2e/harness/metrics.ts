import { request } from "./person.ts";

/** Every series of a scrape with its value. */
export type Scrape = Map<string, number>;

export const scrape = async (baseUrl: string): Promise<Scrape> => {
  const { status, body } = await request<string>(`${baseUrl}/api/metrics`);
  if (status !== 200) throw new Error(`the metrics answered ${status}`);
  const lines = body.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(" ");
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
};

/** By how much each series has grown; those that have not are left out. */
export const growth = (before: Scrape, after: Scrape, pattern: RegExp): Record<string, number> =>
  Object.fromEntries(
    [...after]
      .filter(([series, value]) => pattern.test(series) && value !== (before.get(series) ?? 0))
      .map(([series, value]) => [series, value - (before.get(series) ?? 0)]),
  );
