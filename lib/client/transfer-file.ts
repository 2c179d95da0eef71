import { type DetailedError, Upload as TusUpload } from "tus-js-client";
import { ApiError, answerOf, asApiError } from "./api.ts";

type Given = {
  file: Blob;
  name: string;
  conversationId: string;
  /** Of what was recorded in the page. */
  durationMs: number | null;
  /** Where the server takes the rest of it, if it has begun. */
  address: string | null;
  onAddress: (address: string) => void;
  onShare: (share: number) => void;
};
/** `done` resolves to the id of the file, or rejects with an ApiError; after `stop` it does neither. */
export type Transfer = (given: Given) => { done: Promise<string>; stop: () => void };

const ENDPOINT = "/api/uploads";
/** So much is lost at most when a line breaks off; each piece is a request. */
const PIECE_BYTES = 2 * 1024 * 1024;
const idOf = (address: string): string => address.slice(address.lastIndexOf("/") + 1);

/** Why it did not go on, by the code that the server gave. */
const refusalOf = async (error: Error | DetailedError): Promise<ApiError> => {
  const response = "originalResponse" in error ? error.originalResponse : null;
  if (!response || response.getStatus() === 0) return new ApiError("unavailable", { cause: error });
  const wait = response.getHeader("retry-after");
  const init = { status: response.getStatus(), headers: wait ? { "retry-after": wait } : {} };
  // A refusal that is none by its number is an answer that this protocol does not know.
  if (init.status < 400) return new ApiError("internal", { cause: error });
  return answerOf(new Response(response.getBody() || null, init)).then(
    () => new ApiError("internal"),
    (thrown: unknown) => asApiError(thrown),
  );
};

/** Uploads one file as tus 1.0 has it, from where the server says that it stands. It tries once: when to try again is not decided here. */
export const transferFile: Transfer = ({ file, name, conversationId, durationMs, address, onAddress, onShare }) => {
  let stop = (): void => undefined;
  const done = new Promise<string>((resolve, reject) => {
    const upload = new TusUpload(file, {
      endpoint: ENDPOINT,
      uploadUrl: address,
      chunkSize: PIECE_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { filename: name, conversationId, ...(durationMs === null ? {} : { durationMs: String(durationMs) }) },
      onUploadUrlAvailable: () => onAddress(new URL(upload.url ?? "", window.location.href).pathname),
      onProgress: (sent, total) => onShare(total > 0 ? sent / total : 0),
      onSuccess: () => resolve(idOf(upload.url ?? "")),
      onError: (error) => void refusalOf(error).then(reject),
    });
    stop = () => void upload.abort().catch(() => undefined);
    upload.start();
  });
  return { done, stop: () => stop() };
};

/** The server need not keep what nobody is going to send; where it cannot be told, it lets go of it after a day. */
export const dropFile = (address: string): void => void TusUpload.terminate(address).catch(() => undefined);
