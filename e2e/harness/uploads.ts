import type { Person } from "./person.ts";

const TUS = { "tus-resumable": "1.0.0" };

type Asker = Pick<Person, "tokens">;
type Answer = { status: number; headers: Headers; body: Record<string, unknown> };
type NewFile = { name: string; conversationId: string; length: number; durationMs?: number | string; more?: string };

const encoded = (text: string): string => Buffer.from(text).toString("base64");

/** Files as a client of tus sends them, and as one reads them. */
export const filesAt = (baseUrl: string) => {
  const ask = async (
    { tokens }: Asker,
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<Answer> => {
    const response = await fetch(baseUrl + path, {
      method,
      headers: { authorization: `Bearer ${tokens.accessToken}`, ...TUS, ...headers },
      ...(body ? { body } : {}),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
  };

  const begins = (person: Asker, { name, conversationId, length, durationMs, more = "" }: NewFile): Promise<Answer> => {
    const duration = durationMs === undefined ? "" : `,durationMs ${encoded(String(durationMs))}`;
    const metadata = `filename ${encoded(name)},conversationId ${encoded(conversationId)}${duration}${more}`;
    return ask(person, "POST", "/api/uploads", { "upload-length": String(length), "upload-metadata": metadata });
  };

  const idOf = ({ status, headers, body }: Answer): string => {
    const id = /^\/api\/uploads\/([0-9a-f-]{36})$/.exec(headers.get("location") ?? "")?.[1];
    if (status !== 201 || id === undefined) throw new Error(`an upload was not begun: ${status} ${JSON.stringify(body)}`);
    return id;
  };

  const sends = (person: Asker, id: string, bytes: Uint8Array<ArrayBuffer>, offset = 0): Promise<Answer> => {
    const headers = { "content-type": "application/offset+octet-stream", "upload-offset": String(offset) };
    return ask(person, "PATCH", `/api/uploads/${id}`, headers, bytes);
  };

  return {
    begins,
    idOf,
    sends,
    /** How far it has come, as tus tells it. */
    asks: (person: Asker, id: string): Promise<Answer> => ask(person, "HEAD", `/api/uploads/${id}`),
    takesBack: (person: Asker, id: string): Promise<Answer> => ask(person, "DELETE", `/api/uploads/${id}`),

    /** A whole file; the last answer, and its id. */
    uploads: async (
      person: Asker,
      conversationId: string,
      name: string,
      bytes: Uint8Array<ArrayBuffer>,
      durationMs?: number,
    ): Promise<Answer & { id: string }> => {
      const begun = { name, conversationId, length: bytes.length, ...(durationMs === undefined ? {} : { durationMs }) };
      const id = idOf(await begins(person, begun));
      return { ...(await sends(person, id, bytes)), id };
    },

    reads: async ({ tokens }: Asker, id: string, { part = "", method = "GET", headers = {} } = {}) => {
      const response = await fetch(`${baseUrl}/api/attachments/${id}${part}`, {
        method,
        headers: { authorization: `Bearer ${tokens.accessToken}`, ...headers },
      });
      return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
    },
  };
};
export type Files = ReturnType<typeof filesAt>;
