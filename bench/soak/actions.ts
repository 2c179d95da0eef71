import type { Actions } from "./action.ts";
import { doorActions } from "./door-actions.ts";
import { houseActions } from "./house-actions.ts";
import { talkActions } from "./talk-actions.ts";

/** Everything that people do in a soak, by its name in the lines that it writes. */
export const actions: Actions = { ...talkActions, ...houseActions, ...doorActions };
