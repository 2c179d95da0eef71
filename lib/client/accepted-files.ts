/** What a file dialog offers: what can be sent, and on a phone the camera and the gallery. A phone makes of its own photos what is named here. */
export const acceptedFiles = "image/jpeg,image/png,image/webp,image/gif,video/*,audio/*,.pdf,.txt,.docx,.xlsx,.pptx,.odt";
