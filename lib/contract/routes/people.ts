import { PeoplePage, PeopleQuery, PersonFile, SessionsEnd } from "../people.ts";
import { ById, Nothing, type Route } from "./route.ts";

/** Looking people up. A moderator finds students and landlords, an admin everybody. */
export const peopleRoutes = {
  "GET /api/admin/users": {
    summary: "People by name, address, role and standing, the newest first. For moderators and admins.",
    access: "session",
    params: Nothing,
    query: PeopleQuery,
    body: Nothing,
    output: PeoplePage,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "GET /api/admin/users/{id}": {
    summary:
      "Somebody, with what was done to them and where they are signed in. Who reads it is put down. For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: PersonFile,
    statuses: [200],
    codes: ["unauthenticated", "forbidden", "not_found"],
    rate: "other",
  },
  "POST /api/admin/users/{id}/end-sessions": {
    summary: "Sign somebody out of one session, or of all. A sign-in later is a new one. For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: SessionsEnd,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "forbidden", "not_found", "conflict"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
