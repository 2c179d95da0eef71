import type { House } from "./house.ts";

/** Where the stories of one worker happen: those of another one neither see it nor wait for it. */
type StoryServer = House & { databaseUrl: string };

/** Hands the servers on to the workers, which are processes of their own: one for each. */
export const provideStoryServers = (servers: StoryServer[]): void => {
  process.env.STORY_SERVERS = JSON.stringify(servers);
};

let own: StoryServer | undefined;

/** From now on the stories of this worker happen at another server, or again at its own. */
export const movesTo = (server: StoryServer | undefined): void => {
  own = server;
};

/** The server of the worker that asks. */
export const storyServer = (): StoryServer => {
  if (own) return own;
  const servers: StoryServer[] = JSON.parse(process.env.STORY_SERVERS ?? "[]");
  const server = servers[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  if (!server) throw new Error("There is no server: run the stories by npm run e2e.");
  return server;
};

let turn = 0;

/** Where the next one comes from: one after the other is at another node. Nothing where there is one server. */
export const nextPlace = (): string | undefined => {
  const { places } = storyServer();
  turn += 1;
  return places[turn % places.length];
};
