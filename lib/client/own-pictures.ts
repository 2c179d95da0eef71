const MOST = 30;
const kept = new Map<string, string>();

/** What one has just sent from this tab is shown from here: the same picture need not come back to be seen. */
export const keepPicture = (attachmentId: string, url: string): void => {
  kept.set(attachmentId, url);
  const [oldest] = kept;
  if (kept.size <= MOST || !oldest) return;
  kept.delete(oldest[0]);
  URL.revokeObjectURL(oldest[1]);
};

export const ownPicture = (attachmentId: string): string | undefined => kept.get(attachmentId);
