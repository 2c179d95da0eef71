"use client";

type LocalTimeProps = { iso: string; text: string; title?: string; className?: string };

/** An instant in the reader's zone. The server may not know that zone or be a minute behind: the browser's words stand. */
export const LocalTime = ({ iso, text, title, className }: LocalTimeProps) => (
  <time dateTime={iso} title={title} className={className} suppressHydrationWarning>
    {text}
  </time>
);
