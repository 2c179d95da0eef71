"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

const MOST_LINES = 8;

const setHeight = (field: HTMLTextAreaElement): void => {
  const { lineHeight, paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(field);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  const border = Number.parseFloat(borderTopWidth) + Number.parseFloat(borderBottomWidth);
  const most = MOST_LINES * Number.parseFloat(lineHeight) + padding + border;
  field.style.height = "auto";
  const wanted = field.scrollHeight + border;
  field.style.height = `${Math.min(wanted, most)}px`;
  field.style.overflowY = wanted > most ? "auto" : "hidden";
};

/** A text field that grows with what is written, to eight lines. With a mouse at hand it takes the focus when it appears. */
export const useGrowingField = (text: string) => {
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    if (field.current) setHeight(field.current);
  }, [text]);
  useEffect(() => {
    // On a phone the focus would bring up the keyboard over half of the messages.
    if (window.matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, []);
  return field;
};
