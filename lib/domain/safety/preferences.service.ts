import type { Preferences, PreferencesPatch } from "#lib/contract/safety.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { activeConversationIds } from "../conversations/conversation.reader.ts";
import type { ReceiptService } from "../messages/receipt.service.ts";
import type { Publisher } from "../ports.ts";
import type { PresenceService } from "../presence/presence.service.ts";
import { findPreferences } from "./preferences.reader.ts";
import { lockPreferences, savePreferences } from "./preferences.repository.ts";

type Deps = {
  database: Database;
  publish: Publisher;
  receipts: Pick<ReceiptService, "uncover">;
  presence: Pick<PresenceService, "shared">;
};

type Change = { before: Preferences; after: Preferences; tell: () => void };

const nothing = (): void => undefined;
const isSame = (one: Preferences, other: Preferences): boolean =>
  one.readReceipts === other.readReceipts && one.presence === other.presence && one.linkPreviews === other.linkPreviews;

export const createPreferencesService = ({ database, publish, receipts, presence }: Deps) => {
  const save = async (db: Db, userId: string, patch: PreferencesPatch): Promise<Change> => {
    const before = await lockPreferences(db, userId);
    const after = {
      readReceipts: patch.readReceipts ?? before.readReceipts,
      presence: patch.presence ?? before.presence,
      linkPreviews: patch.linkPreviews ?? before.linkPreviews,
    };
    if (isSame(before, after)) return { before, after, tell: nothing };
    await savePreferences(db, userId, after);
    // Saved first: what is uncovered is judged by how it stands then.
    const begins = after.readReceipts && !before.readReceipts;
    const tell = begins ? await receipts.uncover(db, [userId], await activeConversationIds(db, userId)) : nothing;
    return { before, after, tell };
  };

  return {
    get: (actor: Actor): Promise<Preferences> => database.read((db) => findPreferences(db, actor.userId)),

    /** Takes hold at once, on every connection of everybody. */
    update: async ({ userId }: Actor, patch: PreferencesPatch): Promise<Preferences> => {
      const { before, after, tell } = await database.write((db) => save(db, userId, patch));
      if (!isSame(before, after)) publish.toUser(userId, "preferences:updated", after);
      tell();
      if (before.presence !== after.presence) await presence.shared(userId, after.presence);
      return after;
    },
  };
};
