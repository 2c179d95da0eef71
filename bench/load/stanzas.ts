/**
 * Takes what a server says on an XMPP stream apart, as ejabberd writes it: nothing but elements and text, with each `<` and `>`
 * of a text or an attribute written as an entity. Answers what has become complete: the head of the stream, and each stanza as it stands.
 */
export const createStanzaSplitter = () => {
  let pending = "";
  /** Where the next tag is looked for, and where the stanza began that is being read. */
  let at = 0;
  let start = 0;
  let depth = 0;

  const readTag = (stanzas: string[], open: number, close: number): void => {
    const isHead = pending.startsWith("<?", open) || pending.startsWith("<stream:stream", open);
    if (isHead || pending.startsWith("</stream:stream", open)) {
      stanzas.push(pending.slice(open, close + 1));
      return;
    }
    if (depth === 0) start = open;
    if (pending[open + 1] === "/") depth -= 1;
    else if (pending[close - 1] !== "/") depth += 1;
    if (depth === 0) stanzas.push(pending.slice(start, close + 1));
  };

  return (chunk: string): string[] => {
    pending += chunk;
    const stanzas: string[] = [];
    for (;;) {
      const open = pending.indexOf("<", at);
      const close = open < 0 ? -1 : pending.indexOf(">", open);
      if (close < 0) break;
      readTag(stanzas, open, close);
      at = close + 1;
    }
    // What is complete is forgotten; a stanza that has begun is kept from its beginning on.
    const done = depth === 0 ? at : start;
    pending = pending.slice(done);
    at -= done;
    start = 0;
    return stanzas;
  };
};

/** An attribute of a stanza itself, and not of what is in it. */
export const attributeOf = (stanza: string, name: string): string | undefined => {
  const head = stanza.slice(0, stanza.indexOf(">"));
  return new RegExp(`\\s${name}=(['"])(.*?)\\1`).exec(head)?.[2];
};
