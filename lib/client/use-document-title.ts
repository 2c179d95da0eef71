"use client";

import { useEffect } from "react";

/** Puts the words into the browser's tab. */
export const useDocumentTitle = (title: string): void => {
  useEffect(() => {
    document.title = title;
  }, [title]);
};
