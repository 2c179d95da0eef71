"use client";

import { useEffect, useRef } from "react";

export type Shortcuts = { search: () => void; next: () => void; previous: () => void; back: () => void; help: () => void };

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** A menu or a dialog has the keys for itself. */
const isCovered = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null;

const nameOf = (event: KeyboardEvent): keyof Shortcuts | null => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k") return "search";
  if (event.altKey && event.key === "ArrowDown") return "next";
  if (event.altKey && event.key === "ArrowUp") return "previous";
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Escape") return "back";
  if (isWriting(event.target)) return null;
  if (event.key === "/") return "search";
  return event.key === "?" ? "help" : null;
};

/** The inbox's keys, wherever the focus is. */
export const useShortcuts = (shortcuts: Shortcuts): void => {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isCovered()) return;
      const name = nameOf(event);
      if (!name) return;
      event.preventDefault();
      latest.current[name]();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
};
