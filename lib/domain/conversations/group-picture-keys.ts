/** Where a group's picture is for those in it; another picture has another address. */
export const groupPictureUrl = (conversationId: string, pictureId: string): string =>
  `/api/conversations/${conversationId}/picture/${pictureId}`;

/** Under which key it is kept. */
export const groupPictureKey = (pictureId: string): string => `groups/${pictureId}.webp`;
