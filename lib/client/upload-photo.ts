import { homeLimits } from "#lib/contract/housing-limits.ts";
import type { RouteOutput } from "#lib/contract/routes.ts";
import { ApiError, answerOf } from "./api.ts";

type Home = RouteOutput<"POST /api/listings/{id}/photos">;
type Options = { listingId: string; file: Blob; onProgress: (share: number) => void };

/** The one request that tells how far it is: `fetch` does not. */
const send = ({ listingId, file, onProgress }: Options): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const wait = request.getResponseHeader("retry-after");
      const headers = wait === null ? {} : { "retry-after": wait };
      resolve(new Response(request.responseText, { status: request.status, headers }));
    };
    request.onerror = () => reject(new ApiError("unavailable"));
    request.open("POST", `/api/listings/${encodeURIComponent(listingId)}/photos`);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.send(file);
  });

/**
 * Uploads a photo of a home; `onProgress` hears the share that has arrived, 0 to 1. Resolves to the home as it is then.
 * @throws ApiError: too_large, validation_failed for what is no picture, conflict when there are too many, unavailable …
 */
export const uploadPhoto = async (options: Options): Promise<Home> => {
  // What the server would refuse need not travel there.
  if (options.file.size > homeLimits.photoBytes) throw new ApiError("too_large");
  return (await answerOf(await send(options))) as Home;
};
