"use client";

import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";

/** The place above a form's button where a refusal appears and is read out. It is always there, so that it is heard. */
export const FormAlert = ({ children }: { children: ReactNode }) => (
  <div role="alert">{children && <Notice tone="danger">{children}</Notice>}</div>
);
