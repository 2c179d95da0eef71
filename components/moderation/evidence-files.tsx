import { FileIcon } from "#components/inbox/file-icon.tsx";
import { formatBytes } from "#lib/client/format-file.ts";
import type { Attachment } from "#lib/contract/messages.ts";

/** What somebody sent along, to be opened by whoever judges it. */
export const EvidenceFiles = ({ files }: { files: readonly Attachment[] }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[14px] empty:hidden">
    {files.map(({ id, kind, name, byteSize }) => (
      <li key={id}>
        <a
          href={`/api/attachments/${id}`}
          target="_blank"
          rel="noopener"
          className="inline-flex min-h-8 items-center gap-1.5 text-accent-strong underline underline-offset-2 [overflow-wrap:anywhere]"
        >
          <FileIcon kind={kind} name={name} className="size-4 shrink-0" />
          <span dir="auto">{name}</span>
          <span className="text-text-2">({formatBytes(byteSize)})</span>
        </a>
      </li>
    ))}
  </ul>
);
