import type { Page } from "@playwright/test";

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
