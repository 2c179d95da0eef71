import { readStored, writeStored } from "./storage.ts";

const KEY = "uninest:shared";

/** Whoever is signed in said that others use this computer too: nothing of theirs is kept beyond the tab. */
export const isSharedComputer = (): boolean => readStored(KEY) !== null;

/** Holds for every tab, until the next sign-in says otherwise or somebody signs out. */
export const setSharedComputer = (isShared: boolean): void => writeStored(KEY, isShared ? "1" : null);
