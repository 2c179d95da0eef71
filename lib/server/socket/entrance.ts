type Arrival = { userId: string; barred: Set<string> };

/**
 * Shuts conversations to people, also to those whose sockets are on their way in: what they have read of their memberships may be of
 * before that.
 */
export const createEntrance = () => {
  const shut = new Set<string>();
  const arrivals = new Set<Arrival>();
  const keyOf = (userId: string, conversationId: string): string => `${userId} ${conversationId}`;

  return {
    /** Before it is read which conversations somebody is in. `past` says into which of these the socket may, until `end`. */
    arrive: (userId: string) => {
      const arrival: Arrival = { userId, barred: new Set() };
      arrivals.add(arrival);
      return {
        past: (conversationIds: string[]): string[] =>
          conversationIds.filter((id) => !arrival.barred.has(id) && !shut.has(keyOf(userId, id))),
        end: (): void => {
          arrivals.delete(arrival);
        },
      };
    },

    /** Nobody of these gets in until `settled`, and who arrives meanwhile not after it either. */
    shut: (userIds: string[], conversationId: string): void => {
      for (const userId of userIds) shut.add(keyOf(userId, conversationId));
      for (const { userId, barred } of arrivals) if (userIds.includes(userId)) barred.add(conversationId);
    },

    /** It is stored: who reads from now on reads it. */
    settled: (userIds: string[], conversationId: string): void => {
      for (const userId of userIds) shut.delete(keyOf(userId, conversationId));
    },

    /** They may in after all, or again. */
    open: (userIds: string[], conversationId: string): void => {
      for (const userId of userIds) shut.delete(keyOf(userId, conversationId));
      for (const { userId, barred } of arrivals) if (userIds.includes(userId)) barred.delete(conversationId);
    },
  };
};
export type Entrance = ReturnType<typeof createEntrance>;
