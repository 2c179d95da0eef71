import { homeLimits } from "#lib/contract/housing-limits.ts";
import type { RouteOutput } from "#lib/contract/routes.ts";
import { ApiError, answerOf, reach } from "./api.ts";

type Group = RouteOutput<"PUT /api/conversations/{id}/picture">;

/** Sends a picture as that of a group. Resolves to the group as it is then. @throws ApiError */
export const putGroupPicture = async (id: string, file: Blob): Promise<Group> => {
  // What the server would refuse need not travel there.
  if (file.size > homeLimits.photoBytes) throw new ApiError("too_large");
  const headers = { accept: "application/json", "content-type": file.type || "application/octet-stream" };
  const path = `/api/conversations/${encodeURIComponent(id)}/picture`;
  return (await answerOf(await reach(path, { method: "PUT", headers, body: file }))) as Group;
};
