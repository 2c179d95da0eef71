import type { ByteRange } from "#lib/domain/ports.ts";

const ONE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * What a `Range` asks for of a file of so many bytes: a part of it; `whole` where it asks for none, for several, or in a way that
 * nobody knows (RFC 9110, 14.2); `beyond` where there is nothing of it.
 */
export const rangeOf = (header: string | null | undefined, size: number): ByteRange | "whole" | "beyond" => {
  const [, first = "", last = ""] = ONE.exec(header ?? "") ?? [];
  if (first === "" && last === "") return "whole";
  // Without a beginning it is the last so many bytes.
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return "whole";
  return start > end ? "beyond" : { start, end };
};
