/** As RFC 5987 wants it, which leaves fewer as they are than an address does. */
const encode = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A `Content-Disposition`: for those who know no Unicode, what is not plain becomes an underscore. */
export const dispositionOf = (form: "inline" | "attachment", name: string): string =>
  `${form}; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, "_")}"; filename*=UTF-8''${encode(name)}`;
