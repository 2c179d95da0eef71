import type { RouteRequest } from "#lib/contract/routes.ts";
import type { Viewing, ViewingStep } from "#lib/contract/viewings.ts";
import { call } from "./api.ts";

type Given = "expectedVersion" | "despiteOverlap";
type Body<Step extends ViewingStep> = Omit<RouteRequest<`POST /api/viewings/{id}/${Step}`>["body"], Given>;
type Action<Step extends ViewingStep> = {
  step: Step;
  body: Body<Step>;
  /** One has been warned of another viewing at that time, and goes on. */
  despiteOverlap?: boolean;
};

/** What one does to a viewing. */
export type ViewingAction = { [Step in ViewingStep]: Action<Step> }[ViewingStep];

/** Takes a step on a viewing as it is shown. Resolves to the viewing after it. */
export const takeStep = ({ id, version: expectedVersion }: Viewing, action: ViewingAction): Promise<Viewing> => {
  const params = { id };
  const { despiteOverlap } = action;
  switch (action.step) {
    case "propose":
      return call("POST /api/viewings/{id}/propose", { params, body: { ...action.body, expectedVersion, despiteOverlap } });
    case "confirm":
      return call("POST /api/viewings/{id}/confirm", { params, body: { ...action.body, expectedVersion, despiteOverlap } });
    case "move":
      return call("POST /api/viewings/{id}/move", { params, body: { ...action.body, expectedVersion, despiteOverlap } });
    case "keep":
      return call("POST /api/viewings/{id}/keep", { params, body: { ...action.body, expectedVersion } });
    case "cancel":
      return call("POST /api/viewings/{id}/cancel", { params, body: { ...action.body, expectedVersion } });
  }
};

/** Where one keeps the agreed time in a calendar of one's own. */
export const calendarAddress = ({ id }: Viewing): string => `/api/viewings/${id}/calendar.ics`;
