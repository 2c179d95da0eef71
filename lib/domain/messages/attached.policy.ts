import type { Attachment, SendMessage } from "#lib/contract/messages.ts";

/** An upload as it stands. */
export type UploadFact = {
  uploaderId: string;
  conversationId: string;
  /** The message that has it. */
  messageId: string | null;
  isSent: boolean;
  /** Absent until all of it is there and was looked at. */
  attachment: Attachment | undefined;
};

type Wish = { userId: string; input: Pick<SendMessage, "conversationId" | "messageId" | "attachmentIds"> };

/** Those that a message names, if all are its sender's, of its conversation, whole, and free; in the order in which they are named. */
export const attachmentsFor = ({ userId, input }: Wish, uploads: ReadonlyMap<string, UploadFact>): Attachment[] | undefined => {
  const { conversationId, messageId, attachmentIds } = input;
  const found = attachmentIds.flatMap((id) => {
    const upload = uploads.get(id);
    const isFree = upload && !upload.isSent && (upload.messageId === null || upload.messageId === messageId);
    const isTheirs = upload?.uploaderId === userId && upload.conversationId === conversationId;
    return isFree && isTheirs && upload.attachment ? [upload.attachment] : [];
  });
  const isEach = found.length === attachmentIds.length && new Set(attachmentIds).size === attachmentIds.length;
  return isEach ? found : undefined;
};

/** A message of pictures has pictures only; one of files has whatever it has, and so has a text. */
export const fitsKind = (kind: SendMessage["kind"], attachments: readonly Attachment[]): boolean =>
  kind === "text" || kind === "file" || attachments.every((attachment) => attachment.kind === kind);
