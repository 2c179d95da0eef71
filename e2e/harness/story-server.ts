/** Where the stories of one worker happen: those of another one neither see it nor wait for it. */
type StoryServer = { baseUrl: string; databaseUrl: string };

/** Hands the servers on to the workers, which are processes of their own: one for each. */
export const provideStoryServers = (servers: StoryServer[]): void => {
  process.env.STORY_SERVERS = JSON.stringify(servers);
};

/** The server of the worker that asks. */
export const storyServer = (): StoryServer => {
  const servers: StoryServer[] = JSON.parse(process.env.STORY_SERVERS ?? "[]");
  const server = servers[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  if (!server) throw new Error("There is no server: run the stories by npm run e2e.");
  return server;
};
