"use client";

import { useState } from "react";
import type { LinkPreview } from "#lib/contract/messages.ts";

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, "");

/** What the page of a message's link says of itself. It opens as the link does, and always says where it leads. */
export const LinkCard = ({ preview: { url, title, description, siteName, imageUrl } }: { preview: LinkPreview }) => {
  const [isMissing, setMissing] = useState(false);
  const host = hostOf(url);
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="mt-1 mb-0.5 block w-80 max-w-[84%] overflow-hidden rounded-bubble border border-line bg-bubble-in text-text shadow-1 hover:border-line-strong"
    >
      {imageUrl !== null && !isMissing && (
        // biome-ignore lint/performance/noImgElement: the picture is a small file that nothing needs to resize
        <img
          src={imageUrl}
          alt=""
          width={640}
          height={336}
          loading="lazy"
          decoding="async"
          onError={() => setMissing(true)}
          className="aspect-[40/21] w-full bg-surface-2 object-cover"
        />
      )}
      <span className="block px-3 py-2">
        <span dir="auto" className="block truncate text-[12px] text-text-2">
          {siteName === host ? host : `${siteName} · ${host}`}
        </span>
        <span dir="auto" className="line-clamp-2 font-semibold text-[14px] leading-snug [overflow-wrap:anywhere]">
          {title}
        </span>
        {description !== "" && (
          <span dir="auto" className="mt-0.5 line-clamp-2 text-[13px] text-text-2 leading-snug [overflow-wrap:anywhere]">
            {description}
          </span>
        )}
      </span>
    </a>
  );
};
