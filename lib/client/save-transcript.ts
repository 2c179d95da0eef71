/** Has the browser save the conversation as a page; what comes of it, the browser shows. */
export const saveTranscript = (conversationId: string): void => {
  const link = document.createElement("a");
  link.href = `/api/conversations/${conversationId}/export?format=html`;
  link.download = "";
  link.click();
};
