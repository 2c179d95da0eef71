import type { Viewing, ViewingSlot } from "#lib/contract/viewings.ts";

type Groups = { forYou: Viewing[]; upcoming: Viewing[]; forOther: Viewing[] };

export const partyOf = ({ student }: Viewing, selfId: string): "student" | "landlord" =>
  student.id === selfId ? "student" : "landlord";

/** When it is, or could be first. */
const nextOf = ({ confirmed, offer }: Viewing): string => confirmed?.startsAt ?? offer?.slots[0]?.startsAt ?? "";
const soonestFirst = (one: Viewing, other: Viewing): number => (nextOf(one) < nextOf(other) ? -1 : 1);

/** Viewings that are not over, by whose turn it is, the soonest first. One that the other would like to move waits for oneself. */
export const groupViewings = (viewings: readonly Viewing[], selfId: string): Groups => {
  const groups: Groups = { forYou: [], upcoming: [], forOther: [] };
  for (const viewing of viewings.toSorted(soonestFirst)) {
    const { offer, status } = viewing;
    if (offer && offer.by !== partyOf(viewing, selfId)) groups.forYou.push(viewing);
    else if (status === "confirmed") groups.upcoming.push(viewing);
    else groups.forOther.push(viewing);
  }
  return groups;
};

const endOf = ({ startsAt, minutes }: ViewingSlot): number => Date.parse(startsAt) + minutes * 60_000;

const isOpenHouse = (one: Viewing, other: Viewing): boolean =>
  one.listing.id === other.listing.id && one.kind === "on_site" && other.kind === "on_site";

/** The ids of confirmed viewings that would have one person at two homes at once. */
export const doubleBookedIds = (viewings: readonly Viewing[]): Set<string> => {
  const agreed = viewings.flatMap((viewing) => (viewing.status === "confirmed" && viewing.confirmed ? [viewing] : []));
  const clashes = (one: Viewing, other: Viewing): boolean =>
    one !== other &&
    one.confirmed !== null &&
    other.confirmed !== null &&
    Date.parse(one.confirmed.startsAt) < endOf(other.confirmed) &&
    Date.parse(other.confirmed.startsAt) < endOf(one.confirmed) &&
    !isOpenHouse(one, other);
  return new Set(agreed.filter((one) => agreed.some((other) => clashes(one, other))).map(({ id }) => id));
};
