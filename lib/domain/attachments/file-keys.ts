/** What there is of an attachment to look at. */
export type Variant = "file" | "thumbnail";

/** Under which key it is kept. The ending says nothing: its type is in its row. */
export const keyOf = (id: string, variant: Variant): string =>
  variant === "file" ? `attachments/${id}.file` : `attachments/${id}-small.webp`;

export const keysOf = (id: string): string[] => [keyOf(id, "file"), keyOf(id, "thumbnail")];
