import type { ConversationSummary, NewMembers, OpenGroup } from "#lib/contract/conversations.ts";
import type { GroupLine } from "#lib/contract/group-line.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { ContentJudge } from "../messages/content.policy.ts";
import type { Expulsion, NewId, Publisher } from "../ports.ts";
import type { TypingService } from "../presence/typing.service.ts";
import { isOnTheMarket } from "./conversation.policy.ts";
import { findBlockedEitherWay, findMembership, findSummaries } from "./conversation.reader.ts";
import { findListing } from "./conversation.repository.ts";
import { type Company, groupFor, ledBy, mayBring, memberOf, newcomersTo, successorOf } from "./group.policy.ts";
import * as groups from "./group.repository.ts";
import { type GroupSteps, lineOf, type Person, type Step } from "./group-steps.service.ts";

type Deps = {
  database: Database;
  publish: Publisher;
  content: ContentJudge;
  typing: Pick<TypingService, "sent">;
  steps: GroupSteps;
  newId: NewId;
};

/** A step at whose end somebody is out: who, and what is left to them. */
type Exit = Step & { leaver: Person; left: ConversationSummary };
type Place = { id: string; userId: string };

/** Groups of people: who is in them, and what they are called. Every step is a line that the server writes, and so a revision. */
export const createGroupService = ({ database, publish, content, typing, newId, steps }: Deps) => {
  const { write, unchanged, announce } = steps;
  const assertMayBring = async (db: Db, userId: string, userIds: string[]): Promise<void> => {
    if (userIds.length === 0) return;
    const known = await groups.findCompanions(db, userId, userIds);
    const blocked = new Set(await findBlockedEitherWay(db, userId));
    mayBring({ userIds, known, blocked });
  };

  /** Nobody knows whether it was committed, so whoever asks next finds out; until then the door stays shut. */
  const reopen = async ({ id, userId }: Place, expulsion: Expulsion): Promise<void> => {
    const membership = await database.read((db) => findMembership(db, userId, id)).catch(() => undefined);
    if (membership) expulsion.undo();
    else expulsion.keep();
  };

  /**
   * One transaction at whose end somebody is out. The door is shut in it, under the conversation's lock: what is stored after that is
   * told after that. That is no news, which would have to wait for the commit; where there is none, the door opens again.
   */
  const expelling = async (place: Place, work: (db: Db) => Promise<Exit>): Promise<void> => {
    let expulsion: Expulsion | undefined;
    const written = database.write(async (db) => {
      const step = await work(db);
      expulsion = publish.expel([place.userId], place.id);
      return step;
    });
    const step = await written.catch(async (error: unknown) => {
      if (expulsion) await reopen(place, expulsion);
      throw error;
    });
    expulsion?.keep();
    publish.toUser(place.userId, "conversation:removed", step.left);
    typing.sent(step.leaver, place.id);
    announce(step);
  };

  const leaving = (group: Company, actor: Actor, leaver: Person): { lines: GroupLine[]; successorId: string | undefined } => {
    const successor = successorOf(group.members, leaver.userId);
    const first = leaver.userId === actor.userId ? lineOf("left") : lineOf("removed", [leaver]);
    return { lines: [first, ...(successor ? [lineOf("made_admin", [successor])] : [])], successorId: successor?.userId };
  };

  return {
    /** @throws {Failure} validation_failed, not_found for people one shares nothing with and for no listing, blocked, suspended, content_rejected */
    open: async (actor: Actor, { title, userIds, listingId }: OpenGroup): Promise<ConversationSummary> => {
      content.accept(title);
      const others = [...new Set(userIds)].filter((userId) => userId !== actor.userId);
      if (others.length === 0)
        throw fail("validation_failed", { details: [{ path: ["userIds"], message: "must name somebody else" }] });
      const id = newId();
      const step = await database.write(async (db) => {
        await steps.assertMaySpeak(db, actor.userId);
        await assertMayBring(db, actor.userId, others);
        if (listingId !== undefined && !isOnTheMarket(await findListing(db, listingId), actor.userId)) throw fail("not_found");
        await groups.insertGroup(db, { id, title, listingId: listingId ?? null, adminId: actor.userId, userIds: others });
        return write(db, actor, id, [lineOf("created", [], title)]);
      });
      announce(step, [...step.views.keys()]);
      return steps.viewOf(step, actor.userId);
    },

    /** @throws {Failure} not_participant, conflict for no group, forbidden for no admin, suspended, content_rejected */
    rename: async (actor: Actor, id: string, title: string): Promise<ConversationSummary> => {
      content.accept(title);
      const step = await database.write(async (db) => {
        const group = ledBy(await groups.lockCompany(db, id), actor.userId);
        await steps.assertMaySpeak(db, actor.userId);
        if (group.title === title) return unchanged(db, id);
        await groups.saveTitle(db, id, title);
        return write(db, actor, id, [lineOf("renamed", [], title)]);
      });
      announce(step);
      return steps.viewOf(step, actor.userId);
    },

    /**
     * Whether whoever is added from now on sees what was said before. To those who are in it already it gives and takes nothing.
     * @throws {Failure} not_participant, conflict for no group, forbidden for no admin, suspended
     */
    openHistory: async (actor: Actor, id: string, isOpen: boolean): Promise<ConversationSummary> => {
      const step = await database.write(async (db) => {
        const group = ledBy(await groups.lockCompany(db, id), actor.userId);
        await steps.assertMaySpeak(db, actor.userId);
        if (group.openHistory === isOpen) return unchanged(db, id);
        await groups.saveOpenHistory(db, id, isOpen);
        return write(db, actor, id, [lineOf(isOpen ? "history_opened" : "history_closed")]);
      });
      announce(step);
      return steps.viewOf(step, actor.userId);
    },

    /** @throws {Failure} not_participant, conflict for no group or a full one, forbidden, not_found, blocked, suspended */
    add: async (actor: Actor, id: string, { userIds }: NewMembers): Promise<ConversationSummary> => {
      const { step, newcomers } = await database.write(async (db) => {
        const group = ledBy(await groups.lockCompany(db, id), actor.userId);
        await steps.assertMaySpeak(db, actor.userId);
        const newcomers = newcomersTo(group, userIds);
        if (newcomers.length === 0) return { newcomers, step: await unchanged(db, id) };
        await assertMayBring(db, actor.userId, newcomers);
        await groups.joinMembers(db, group, newcomers);
        const people = await groups.findNames(db, newcomers);
        return { newcomers, step: await write(db, actor, id, [lineOf("added", people)]) };
      });
      announce(step, newcomers);
      return steps.viewOf(step, actor.userId);
    },

    /** @throws {Failure} not_participant, conflict for no group, forbidden for no admin, not_found for who is not in it */
    makeAdmin: async (actor: Actor, { id, userId }: Place): Promise<ConversationSummary> => {
      const step = await database.write(async (db) => {
        const group = ledBy(await groups.lockCompany(db, id), actor.userId);
        const member = memberOf(group, userId);
        if (!member) throw fail("not_found");
        if (member.role === "admin") return unchanged(db, id);
        await groups.makeAdmin(db, id, userId);
        return write(db, actor, id, [lineOf("made_admin", [member])]);
      });
      announce(step);
      return steps.viewOf(step, actor.userId);
    },

    /**
     * Leaves, or removes somebody. From then on none of that person's devices hears anything of it.
     * @throws {Failure} not_participant, conflict for no group, forbidden for no admin, not_found for who is not in it
     */
    remove: async (actor: Actor, place: Place): Promise<void> => {
      const { id, userId } = place;
      await expelling(place, async (db) => {
        const company = await groups.lockCompany(db, id);
        const group = userId === actor.userId ? groupFor(company, userId) : ledBy(company, actor.userId);
        const leaver = memberOf(group, userId);
        if (!leaver) throw fail("not_found");
        const { lines, successorId } = leaving(group, actor, leaver);
        await groups.endMembership(db, group, userId);
        if (successorId !== undefined) await groups.makeAdmin(db, id, successorId);
        const step = await write(db, actor, id, lines);
        const [left] = await findSummaries(db, userId, [id]);
        if (!left) throw fail("internal");
        return { ...step, leaver, left };
      });
    },
  };
};
