"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** What the virtual list can do, as far as it matters here. */
type Scroller = {
  readonly scrollOffset: number;
  readonly scrollSize: number;
  readonly viewportSize: number;
  scrollToIndex: (index: number, options?: { align?: "start" | "center" | "end"; offset?: number }) => void;
};

type Row = { key: string; isOwn: boolean; seq: number | null };
type Settings = {
  list: RefObject<Scroller | null>;
  rows: readonly Row[];
  /** The row to open at; null for the end. */
  openAt: number | null;
  /** It was looked for: it stands in the middle, between what was said before and after. */
  isSought: boolean;
  hasOlder: boolean;
  hasNewer: boolean;
  loadOlder: () => void;
  loadNewer: () => void;
};

/** Pages are asked for this many pixels before their place comes into view. */
const AHEAD = 800;
/** So near, one is at the end. */
const AT_END = 40;
/** Something of what was read before shows above the first unread message. */
const CONTEXT = -72;

/** Enough frames without a move to call it still. */
const STILL_FRAMES = 4;

/** Calls `then` once the list has been measured and has not moved for some frames; returns how to give up. */
const whenStill = (list: () => Scroller | null, then: () => void): (() => void) => {
  let frame = 0;
  let still = 0;
  let place = "";
  const check = (): void => {
    const handle = list();
    const next = handle ? `${handle.scrollOffset} ${handle.scrollSize} ${handle.viewportSize}` : "";
    still = handle && handle.viewportSize > 0 && next === place ? still + 1 : 0;
    place = next;
    if (still >= STILL_FRAMES) then();
    else frame = requestAnimationFrame(check);
  };
  frame = requestAnimationFrame(check);
  return () => cancelAnimationFrame(frame);
};

/**
 * Where a thread stands: opens at the first unread message or at the end, follows the end while one is there, and stays where
 * it is when older messages come.
 */
export const useThreadScroll = ({ list, rows, openAt, isSought, hasOlder, hasNewer, loadOlder, loadNewer }: Settings) => {
  const follows = useRef(openAt === null);
  /** Until the opening has found its place, which takes some frames of measuring, nothing else may move or ask. */
  const isSettled = useRef(false);
  const [isAtEnd, setIsAtEnd] = useState(true);

  const first = rows[0]?.key;
  const last = rows.at(-1);
  const before = useRef<{ first: string | undefined; last: string | undefined }>({ first, last: last?.key });
  const isPrepend = first !== before.current.first && rows.some(({ key }) => key === before.current.first);

  const toEnd = useCallback(() => {
    if (rows.length > 0) list.current?.scrollToIndex(rows.length - 1, { align: "end" });
  }, [list, rows.length]);

  const look = useCallback(() => {
    const handle = list.current;
    if (!handle || !isSettled.current) return;
    const below = handle.scrollSize - handle.scrollOffset - handle.viewportSize;
    follows.current = below < AT_END && !hasNewer;
    setIsAtEnd(below < AT_END * 3 && !hasNewer);
    if (hasOlder && handle.scrollOffset < AHEAD) loadOlder();
    if (hasNewer && below < AHEAD) loadNewer();
  }, [list, hasOlder, hasNewer, loadOlder, loadNewer]);

  const toOpening = useCallback(() => {
    if (openAt === null) toEnd();
    else list.current?.scrollToIndex(openAt, isSought ? { align: "center" } : { align: "start", offset: CONTEXT });
  }, [list, openAt, isSought, toEnd]);

  useLayoutEffect(() => {
    if (!isSettled.current) toOpening();
  }, [toOpening]);

  useLayoutEffect(() => {
    const isNew = last !== undefined && last.key !== before.current.last;
    before.current = { first, last: last?.key };
    const isJustWritten = last?.isOwn === true && last.seq === null;
    if (isNew && (follows.current || isJustWritten)) toEnd();
  }, [first, last, toEnd]);

  useEffect(look, [look]);

  const latestLook = useRef(look);
  useEffect(() => {
    latestLook.current = look;
  }, [look]);
  useEffect(() => {
    const settle = (): void => {
      isSettled.current = true;
      latestLook.current();
    };
    return whenStill(() => list.current, settle);
  }, [list]);

  const onResize = useCallback(() => {
    if (!isSettled.current) toOpening();
    else if (follows.current) toEnd();
    look();
  }, [toOpening, toEnd, look]);

  /** From now on at the end, also when what is there has yet to be loaded. */
  const follow = useCallback(() => {
    follows.current = true;
    toEnd();
  }, [toEnd]);

  return { isPrepend, isAtEnd, onScroll: look, onResize, follow };
};
