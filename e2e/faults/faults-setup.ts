import type { TestProject } from "vitest/node";
import { openSetting, type Setting } from "./setting.ts";

declare module "vitest" {
  interface ProvidedContext {
    setting: Setting;
  }
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { close, ...setting } = await openSetting();
  project.provide("setting", setting);
  return close;
};
