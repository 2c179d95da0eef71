import canonicalize from "canonicalize";
import type { TranscriptEntry, TranscriptHead, TranscriptLink, TranscriptSeal } from "#lib/contract/transcript.ts";
import { escaped } from "../html.ts";

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:720px;margin:0 auto;padding:24px}
article{padding:10px 0;border-top:1px solid #8884}p{margin:2px 0;white-space:pre-wrap;overflow-wrap:anywhere}
.by,.of,footer,.head{font-size:14px;opacity:.8}.of{border-left:3px solid #8888;padding-left:8px}code{overflow-wrap:anywhere}
@media print{article{break-inside:avoid}}`;

const data = (value: unknown): string => escaped(canonicalize(value) ?? "");

/** In UTC, to the second: a transcript reads the same wherever it is opened. */
const time = (at: string): string => `<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 19)} UTC</time>`;

const titleOf = ({ title, listing, people }: TranscriptHead): string =>
  title ?? [people.map(({ name }) => name).join(", "), ...(listing ? [listing.title] : [])].join(" · ");

/** What a line of the server says, in the words of the contract: "booking event: approved". */
const systemWords = (system: NonNullable<TranscriptEntry["system"]>): string => {
  const what = "event" in system ? system.event : "state" in system ? system.state : undefined;
  return [system.type, what]
    .filter((word) => word !== undefined)
    .join(": ")
    .replaceAll("_", " ");
};

const words = ({ deletedAt, system, content }: TranscriptEntry): string => {
  if (deletedAt !== null) return `<p><em>Deleted ${time(deletedAt)}</em></p>`;
  if (system) return `<p><em>${escaped(systemWords(system))}</em></p>`;
  return content === "" ? "" : `<p dir="auto">${escaped(content)}</p>`;
};

const files = ({ attachments }: TranscriptEntry): string =>
  attachments
    .map(({ name, contentType, byteSize }) => `<p>[${escaped(`${name}, ${contentType}, ${byteSize} bytes`)}]</p>`)
    .join("");

/** A page that needs nothing else. What it proves stands in the attributes; what is shown is made of that alone. */
export const transcriptHtml = {
  begin: (head: TranscriptHead): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(titleOf(head))}</title>
<style>${STYLE}</style>
<body>
<header data-head="${data(head)}">
<h1 dir="auto">${escaped(titleOf(head))}</h1>
<p class="head">Saved by ${escaped(head.savedBy.name)}, ${time(head.savedAt)}. Messages ${head.fromSeq} to ${head.toSeq}.</p>
</header>
<main>
`,
  message: ({ entry, hash }: TranscriptLink): string => `<article data-entry="${data(entry)}" data-hash="${hash}">
<p class="by"><strong dir="auto">${escaped(entry.senderName)}</strong> ${time(entry.createdAt)}${entry.editedAt === null ? "" : " (edited)"}</p>
${entry.replyTo ? `<p class="of" dir="auto">${escaped(entry.replyTo.excerpt)}</p>` : ""}${words(entry)}${files(entry)}
</article>
`,
  end: (seal: TranscriptSeal): string => `</main>
<footer data-seal="${data(seal)}">
<p>${seal.messages} messages. Each is bound to the one before it; the last one's hash is <code>${seal.hash}</code>, and it is signed.</p>
</footer>
</body>
</html>
`,
};
