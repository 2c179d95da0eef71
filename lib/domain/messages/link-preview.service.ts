import type { JobPayload } from "#lib/contract/jobs.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { BlobStore, Clock, LinkedPage, LinkReader, Log, NewId, Pictures, Publisher } from "../ports.ts";
import { type Seen, whoSees } from "./change.policy.ts";
import { saveRevision } from "./change.repository.ts";
import type { ContentJudge } from "./content.policy.ts";
import { isFresh, linkToShow, PREVIEW_MS, previewWords } from "./link-preview.policy.ts";
import { dropLooks, findLastLook, findSubject, insertLook, type StoredPreview, savePreview } from "./link-preview.repository.ts";
import { previewPicture } from "./message.presenter.ts";
import { findBySeqs } from "./message.reader.ts";
import type { Place } from "./quote.repository.ts";
import { loadFacts } from "./send.repository.ts";

type Deps = {
  database: Database;
  publish: Publisher;
  content: ContentJudge;
  links: LinkReader;
  pictures: Pictures;
  blobs: BlobStore;
  clock: Clock;
  newId: NewId;
  log: Log;
};

type Look = Omit<StoredPreview, "fetchedAt">;
type Told = Pick<Seen, "head" | "message">;

const keyOf = (id: string): string => previewPicture(id).slice(1);

/** What the pages of links say of themselves, below the messages that name them. */
export const createLinkPreviewService = (deps: Deps) => {
  const { database, publish, content, links, pictures, blobs, clock, newId, log } = deps;

  /** What cannot be shown is no picture. */
  const keepPicture = async (id: string, { picture }: LinkedPage): Promise<boolean> => {
    if (!picture) return false;
    const small = await pictures.shrink(picture).catch(() => undefined);
    if (small) await blobs.put(keyOf(id), small);
    return small !== undefined;
  };

  /** Words of a page have to pass as those of a stranger would: they stand below somebody's message. */
  const look = async (url: string): Promise<Look> => {
    const id = newId();
    const page = await links.read(url);
    const words = page && previewWords(page, url);
    if (!words || content.glance(`${words.title}\n${words.description}`).isSuspect)
      return { id, url, title: null, description: "", siteName: "", hasPicture: false };
    return { id, url, ...words, hasPicture: await keepPicture(id, page) };
  };

  const known = (url: string): Promise<StoredPreview | undefined> =>
    database.read(async (db) => {
      const last = await findLastLook(db, url);
      return last && isFresh(last, clock()) ? last : undefined;
    });

  const keep = async (found: Look): Promise<Look> => {
    await database.write((db) => insertLook(db, found));
    return found;
  };

  /** The message may have changed while its page was read: what is shown is what its link says now, or nothing. */
  const show = async (db: Db, { conversationId, seq }: Place, { id: previewId, url }: Look): Promise<Told | undefined> => {
    const { heads } = await loadFacts(db, {
      conversationIds: [conversationId],
      senderIds: [],
      messages: [],
      suspectIds: [],
      watched: [],
    });
    const head = heads.get(conversationId);
    const subject = await findSubject(db, { conversationId, seq });
    if (!head || !subject || subject.previewId === previewId || linkToShow(subject) !== url) return undefined;
    const rev = head.rev + 1;
    await savePreview(db, { conversationId, seq }, { previewId, rev });
    await saveRevision(db, conversationId, rev);
    const [message] = await findBySeqs(db, [{ conversationId, seq }]);
    return message && { head, message };
  };

  return {
    /** Looks at the page of a message's link, unless that was done lately, and shows below the message what it says. */
    attach: async (place: JobPayload<"message:preview">): Promise<void> => {
      const subject = await database.read((db) => findSubject(db, place));
      const url = subject && linkToShow(subject);
      if (url === undefined) return;
      const found = (await known(url)) ?? (await keep(await look(url)));
      if (found.title === null) return;
      const told = await database.write((db) => show(db, place, found));
      if (told) publish.toConversation(place.conversationId, "message:edited", told.message, { among: whoSees(told) });
    },

    /** Drops what no message shows any more. */
    forgetUnused: async (): Promise<void> => {
      const ids = await database.write((db) => dropLooks(db, new Date(clock().getTime() - PREVIEW_MS)));
      // Nobody can find them any more: it is no failure when they stay.
      await blobs.remove(ids.map(keyOf)).catch((error: unknown) => log.warn({ error }, "pictures of previews stay behind"));
    },
  };
};
export type LinkPreviewService = ReturnType<typeof createLinkPreviewService>;
