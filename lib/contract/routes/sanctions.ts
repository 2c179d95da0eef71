import {
  AppealDecision,
  AppealList,
  Grounds,
  KeptOutAppeal,
  KeptOutRequest,
  NewAppeal,
  OwnSanction,
  OwnSanctions,
  Removal,
  Sanction,
  SanctionLift,
  Silence,
} from "../sanctions.ts";
import { ById, Nothing, type Route } from "./route.ts";

const act = {
  access: "session",
  params: ById,
  query: Nothing,
  output: Sanction,
  statuses: [201],
  codes: ["unauthenticated", "forbidden", "not_found", "conflict"],
  rate: "other",
} as const;

/** What moderators do to people, and what these have to say to it. A moderator acts on students and landlords, an admin on all but oneself. */
export const sanctionRoutes = {
  "POST /api/admin/users/{id}/warn": {
    ...act,
    summary: "Tell somebody that they have broken a rule. For moderators and admins.",
    body: Grounds,
  },
  "POST /api/admin/users/{id}/silence": {
    ...act,
    summary: "Let somebody read and not write, until then. A second one takes the place of the first. For moderators and admins.",
    body: Silence,
  },
  "POST /api/admin/users/{id}/kick": {
    ...act,
    summary: "Sign somebody out everywhere. For moderators and admins.",
    body: Grounds,
  },
  "POST /api/admin/users/{id}/remove-messages": {
    ...act,
    summary:
      "Take away a message of somebody, or all of them; what they said is kept for when it is lifted. For moderators and admins.",
    body: Removal,
  },
  "POST /api/admin/sanctions/{id}/lift": {
    ...act,
    summary: "Take back what was done to somebody; messages come back. For moderators and admins.",
    body: SanctionLift,
    statuses: [200],
  },
  "GET /api/admin/appeals": {
    summary:
      "What people have to say against what was done to them, as long as it waits, oldest first. For moderators and admins.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: AppealList,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "POST /api/admin/appeals/{id}/decide": {
    ...act,
    summary: "Let it stand, or take it back with all that it did. Never by whoever did it. For moderators and admins.",
    body: AppealDecision,
    statuses: [200],
  },
  "GET /api/sanctions": {
    summary: "What was done to oneself, by which rule and till when, newest first; the last hundred.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: OwnSanctions,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "POST /api/appeals": {
    summary: "Say something against what was done to oneself, once. Somebody else than who did it decides.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: NewAppeal,
    output: OwnSanction,
    statuses: [201],
    codes: ["unauthenticated", "not_found", "conflict"],
    rate: "report",
  },
  "POST /api/kept-out/sanctions": {
    summary: "What was done to oneself, for who is kept out: with the token in the details of the refused sign-in.",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: KeptOutRequest,
    output: OwnSanctions,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "report",
  },
  "POST /api/kept-out/appeals": {
    summary: "The same as an appeal, for who is kept out.",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: KeptOutAppeal,
    output: OwnSanction,
    statuses: [201],
    codes: ["unauthenticated", "not_found", "conflict"],
    rate: "report",
  },
} as const satisfies Record<string, Route>;
