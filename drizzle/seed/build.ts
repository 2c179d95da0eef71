import { buildBooking } from "./build-bookings.ts";
import { conversationRows } from "./build-conversation.ts";
import { buildHousing } from "./build-housing.ts";
import { buildNotifications } from "./build-notifications.ts";
import { buildViewing } from "./build-viewings.ts";
import { addDays, toWaking } from "./calendar.ts";
import { createCast } from "./cast.ts";
import { appointments } from "./content/appointments.ts";
import { bookings as demoBookings } from "./content/bookings.ts";
import { listings as demoListings } from "./content/listings.ts";
import { admin, type DemoPerson, landlords, students } from "./content/people.ts";
import { type ThreadPlan, threads } from "./content/threads.ts";
import { tellConversation } from "./conversation.ts";
import { createIds } from "./ids.ts";
import { mergeConversations } from "./merge.ts";
import { createRandom } from "./random.ts";
import type { ConversationRows, DemoRows, UserRow } from "./rows.ts";

/** Any number; another one tells other stories. */
const SEED = 20_270_901;

type Account = { email: string; role: UserRow["role"]; person: DemoPerson };

const numbered = (role: "student" | "landlord", people: DemoPerson[]): Account[] =>
  people.map((person, index) => ({ email: `${role}${index + 1}@uninest.test`, role, person }));

const accounts: Account[] = [
  ...numbered("student", students),
  ...numbered("landlord", landlords),
  { email: "admin@uninest.test", role: "admin", person: admin },
];

const emailOfOther = (other: ThreadPlan["with"]) =>
  "landlord" in other ? `landlord${other.landlord}@uninest.test` : `student${other.student}@uninest.test`;

const userRow = ({ email, role, person }: Account, now: Date, makeId: (at: Date) => string): UserRow => {
  const createdAt = addDays(now, -person.joinedDaysAgo);
  return {
    id: makeId(createdAt),
    email,
    name: person.name,
    role,
    verifiedAt: person.verifiedDaysAgo === undefined ? null : addDays(now, -person.verifiedDaysAgo),
    emailVerifiedAt: createdAt,
    lastSeenAt: createdAt,
    createdAt,
  };
};

/** When each was last here: what they wrote, got and read last. */
const withLastSeen = (users: UserRow[], { messages, receiptMoves }: ConversationRows): UserRow[] => {
  const seen = new Map(users.map(({ id, lastSeenAt }) => [id, lastSeenAt]));
  const note = (userId: string, at: Date) => {
    if (at > (seen.get(userId) ?? at)) seen.set(userId, at);
  };
  for (const message of messages) note(message.senderId, message.createdAt);
  for (const move of receiptMoves) note(move.userId, move.at);
  return users.map((user) => ({ ...user, lastSeenAt: seen.get(user.id) ?? user.lastSeenAt }));
};

/** The whole demo as rows, without writing: the same `now` gives the same rows. */
export const buildDemo = (now: Date): DemoRows => {
  const random = createRandom(SEED);
  const makeId = createIds(random);
  const users = accounts.map((account) => userRow(account, now, makeId));
  const byEmail = (email: string): UserRow => {
    const user = users.find((candidate) => candidate.email === email);
    if (!user) throw new Error(`No demo account has the address ${email}.`);
    return user;
  };
  const housing = buildHousing({ now, makeId, landlordId: (number) => byEmail(`landlord${number}@uninest.test`).id });
  const castScenes = createCast(random);

  const tell = (plan: ThreadPlan): ConversationRows => {
    const people = [byEmail(`student${plan.student}@uninest.test`), byEmail(emailOfOther(plan.with))] as const;
    const index = demoListings.findIndex(({ slug }) => slug === plan.listing);
    const listing = demoListings[index] ?? null;
    const setting = {
      plan,
      names: [people[0].name, people[1].name] as const,
      listing,
      room: listing?.rooms[plan.room ?? 0] ?? null,
      now: toWaking(now),
    };
    const told = tellConversation(castScenes(plan, listing?.has ?? ["shared"]), setting, random);
    const userIds = [people[0].id, people[1].id] as const;
    const listingId = housing.listings[index]?.id ?? null;
    return conversationRows({ told, userIds, listingId, ends: plan.ends, marks: plan.marks }, { now, makeId, random });
  };

  /** What was booked or is to be seen in a conversation, and the conversation with it: one of the two at most. */
  const arrange = (plan: ThreadPlan) => {
    const talk = tell(plan);
    const isAbout = ({ student, listing }: { student: number; listing: string }) =>
      student === plan.student && listing === plan.listing;
    const index = demoListings.findIndex(({ slug }) => slug === plan.listing);
    const listing = housing.listings[index];
    const room = housing.rooms.find(({ listingId, position }) => listingId === listing?.id && position === (plan.room ?? 0));
    if (!listing || !room) return { talk };
    const studentId = byEmail(`student${plan.student}@uninest.test`).id;
    const about = { talk, room, studentId, now };
    const booked = demoBookings.find(isAbout);
    if (booked) {
      const built = buildBooking({ ...about, plan: booked, landlordId: listing.landlordId }, makeId);
      return { ...built, notifications: buildNotifications({ ...built, listingId: listing.id }, makeId) };
    }
    const seen = appointments.find(isAbout);
    const utcOffset = demoListings[index]?.utcOffset ?? 0;
    return seen ? buildViewing({ ...about, plan: seen, listing, utcOffset }, makeId) : { talk };
  };

  const stories = threads.map(arrange);
  const talk = mergeConversations(stories.map((story) => story.talk));
  const booked = stories.flatMap((story) => ("booking" in story ? [story] : []));
  const bookings = booked.map(({ booking }) => booking);
  const bookingEvents = booked.flatMap(({ events }) => events);
  const notifications = booked.flatMap((story) => story.notifications);
  const seen = stories.flatMap((story) => ("viewing" in story ? [story] : []));
  const viewings = seen.map(({ viewing }) => viewing);
  const viewingSlots = seen.flatMap(({ slots }) => slots);
  const viewingEvents = seen.flatMap(({ events }) => events);
  const arranged = { bookings, bookingEvents, viewings, viewingSlots, viewingEvents, notifications };
  return { users: withLastSeen(users, talk), ...housing, ...talk, ...arranged };
};
