import { v7 } from "uuid";
import { createJwtAccessTokens } from "#lib/infra/jwt-access-tokens.ts";
import { signInByCookie } from "../../e2e/harness/browser-session.ts";
import type { Home } from "../../e2e/harness/homes.ts";
import { request } from "../../e2e/harness/person.ts";
import { picture } from "../../e2e/harness/pictures.ts";
import { idOf, PERSON, SESSION } from "../data/ids.ts";
import { group } from "../data/people.ts";
import { createResident, type Resident } from "./residents.ts";

/** What the load is made of: people by their numbers, as `fillPeople` made them. */
export type Setting = { url: string; secret: string; home: Home; residents: number; idle: number };

export const LANDLORD = 1_000;
export const ADMIN = 999;
const FIRST_BYSTANDER = 101;
const BYSTANDERS = 100;
const FIRST_IDLE = 301;
const FIRST_NEWCOMER = 2_001;
const REGISTERED = 6;
const TOKEN_SECONDS = 900;

const draw = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

/** Everybody there is, before anybody has come. */
export const createWorld = async ({ url, secret, home, residents: count, idle: idleCount }: Setting) => {
  const tokens = createJwtAccessTokens({ secret, lifeSeconds: TOKEN_SECONDS, clock: () => new Date() });
  const tokenOf = async (n: number): Promise<string> =>
    (await tokens.issue({ userId: idOf(PERSON, n), sessionId: idOf(SESSION, n) })).token;
  const people = (from: number, many: number): Resident[] =>
    Array.from({ length: many }, (_, index) => createResident(url, from + index, tokenOf));

  const residents = people(1, count);
  const idle = people(FIRST_IDLE, idleCount);
  const bystanders = people(FIRST_BYSTANDER, BYSTANDERS);
  const accounts: { email: string; password: string }[] = [];
  let cookie = "";
  let newcomers = 0;

  const registers = async (): Promise<{ email: string; password: string }> => {
    const account = { email: `${v7()}@soak.test`, password: "the password of somebody" };
    const body = { ...account, name: "Somebody", role: "student" };
    const { status } = await request(`${url}/api/users`, { method: "POST", body });
    if (status !== 201) throw new Error(`registering was answered with ${status}`);
    return account;
  };
  for (let n = 0; n < REGISTERED; n += 1) accounts.push(await registers());
  cookie = await signInByCookie(url, draw(accounts));

  return {
    url,
    home,
    group,
    admin: createResident(url, ADMIN, tokenOf),
    residents,
    idle,
    pictures: await Promise.all(
      ["#2f7d5b", "#7d2f5b", "#2f5b7d"].map(async (colour) => new Uint8Array(await picture("jpeg", { colour }))),
    ),
    /** One of those who are here. */
    one: (): Resident => {
      const here = residents.filter((resident) => resident.isHere());
      if (here.length === 0) throw new Error("nobody is here");
      return draw(here);
    },
    bystander: (): Resident => draw(bystanders),
    /** Somebody who has never come before. */
    newcomer: (): Resident => {
      newcomers += 1;
      return createResident(url, FIRST_NEWCOMER + newcomers - 1, tokenOf);
    },
    newcomers: (): number => newcomers,
    registered: () => draw(accounts),
    register: async (): Promise<void> => {
      await registers();
    },
    cookie: (): string => cookie,
    keepCookie: (fresh: string): void => {
      cookie = fresh;
    },
  };
};
export type World = Awaited<ReturnType<typeof createWorld>>;
