import type { IncomingMessage } from "node:http";

/** What comes, read only as far as somebody asks for it, and left to who answers when nobody does. */
const bodyOf = (request: IncomingMessage): ReadableStream<Uint8Array> => {
  const chunks = request.iterator({ destroyOnReturn: false });
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
};

const headersOf = ({ headers }: IncomingMessage): Headers => {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value ?? []].flat()) all.append(name, one);
  }
  return all;
};

/** A request of Node's as the web knows it; where it is for is a path of ours. */
export const webRequestOf = (request: IncomingMessage, { withBody }: { withBody: boolean }): Request => {
  const { method = "GET", url = "/" } = request;
  const body = withBody ? { body: bodyOf(request), duplex: "half" } : {};
  return new Request(new URL(url, "http://localhost"), { method, headers: headersOf(request), ...body } as RequestInit);
};
