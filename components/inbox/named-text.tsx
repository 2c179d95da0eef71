"use client";

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A piece of a message in which people are named: each with its @ stands out. Longer names first: "@Anna" is not "@Ann". */
export const NamedText = ({ text, names }: { text: string; names: string }) => {
  const wanted = names
    .split("\n")
    .sort((one, other) => other.length - one.length)
    .map(escaped);
  const pieces = text.split(new RegExp(`(@(?:${wanted.join("|")}))(?![\\p{L}\\p{N}])`, "u"));
  return pieces.map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is where it is
      <strong key={index} className="font-semibold text-accent-strong">
        {piece}
      </strong>
    ) : (
      piece
    ),
  );
};
