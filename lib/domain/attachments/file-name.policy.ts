import { type AttachmentContentType, attachmentLimits, attachmentTypes } from "#lib/contract/attachment-types.ts";

/** What a name is left without: what steers a terminal, hides or turns letters round, or means something to a file system. */
const STRANGE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu;
/** What Windows takes for a device, whatever follows. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const ENDING = /\.[a-z][a-z0-9]{0,4}$/i;
const NAMELESS = "file";
/** Pictures are kept as that, whatever they were. */
const KEPT_PICTURE = "webp";

const withoutFolders = (name: string): string => name.split(/[\\/]/).at(-1) ?? "";

const cleaned = (name: string): string =>
  withoutFolders(name)
    .normalize("NFC")
    .replace(STRANGE, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");

const endingOf = (name: string, contentType: AttachmentContentType): string => {
  const { kind, endings } = attachmentTypes[contentType];
  if (kind === "image") return KEPT_PICTURE;
  const given = ENDING.exec(name)?.[0].slice(1).toLowerCase() ?? "";
  const known: readonly string[] = endings;
  return known.includes(given) ? given : endings[0];
};

/** The name that a file is shown and saved by: its own as far as it is one, with the ending of what it is. */
export const fileNameFor = (given: string, contentType: AttachmentContentType): string => {
  const name = cleaned(given);
  const ending = endingOf(name, contentType);
  const base = name.replace(ENDING, "").replace(/[. ]+$/, "") || NAMELESS;
  const cut = [...base].slice(0, attachmentLimits.nameCharacters - ending.length - 2).join("");
  return `${DEVICE.test(cut) ? "_" : ""}${cut}.${ending}`;
};
