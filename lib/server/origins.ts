/** The addresses that our own pages have: `PUBLIC_URL`, or every name that this machine has for itself. */
export const ownOrigins = (publicUrl: string | undefined, port: number): Set<string> =>
  new Set(publicUrl ? [new URL(publicUrl).origin] : ["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${port}`));
