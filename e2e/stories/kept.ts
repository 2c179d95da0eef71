import { expect, type Page } from "@playwright/test";

/** What lies in the outbox on this browser's disk, whoever it belongs to. */
export const keptEntries = (page: Page): Promise<{ content: string; state: string }[]> =>
  page.evaluate(
    () =>
      new Promise<{ content: string; state: string }[]>((resolve, reject) => {
        const opening = indexedDB.open("uninest-outbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains("entries")) {
            database.close();
            resolve([]);
            return;
          }
          const reading = database.transaction("entries").objectStore("entries").getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result);
          };
        };
      }),
  );

/** Everything that this browser keeps in its storage, as one text. */
export const keptText = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));

/** What this browser keeps of a conversation: its messages, oldest first; nothing when it is not kept. */
export const keptMessages = (page: Page, id: string): Promise<string[]> =>
  page.evaluate(async (conversationId) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open("uninest-history");
      asked.onsuccess = () => resolve(asked.result);
    });
    type Kept = { id: string; messages: { content: string }[] };
    const all = await new Promise<Kept[]>((resolve) => {
      const asked = database.transaction("conversations").objectStore("conversations").getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    return all.find((one) => one.id === conversationId)?.messages.map(({ content }) => content) ?? [];
  }, id);

/** Waits until this browser keeps a message of that text, from now on also without a network. */
export const keepsMessage = async (page: Page, id: string, text: string): Promise<void> => {
  await expect.poll(() => keptMessages(page, id), { timeout: 15_000 }).toContain(text);
};
