"use client";

import type { Attaching } from "#lib/client/use-attaching.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { FileDrop } from "./file-drop.tsx";
import { FileTiles } from "./file-tiles.tsx";
import { VoiceRecorder } from "./voice-recorder.tsx";

type FilesProps = {
  conversation: ConversationSummary;
  attaching: Attaching;
  isRecording: boolean;
  onRecorded: (isSent: boolean) => void;
};

/** Everything about files at the place to write: what stands there to be sent, where one drops more, and the recorder. */
export const ComposerFiles = ({ conversation, attaching, isRecording, onRecorded }: FilesProps) => (
  <>
    {attaching.hasTiles && <FileTiles conversationId={conversation.id} />}
    {attaching.isDragged && <FileDrop conversation={conversation} onFiles={attaching.attach} onEnd={attaching.endDrag} />}
    {isRecording && <VoiceRecorder conversationId={conversation.id} onEnd={onRecorded} />}
  </>
);
