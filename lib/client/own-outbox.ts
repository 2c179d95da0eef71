import { v7 as uuidv7 } from "uuid";
import { call } from "./api.ts";
import { applyEvent } from "./apply-event.ts";
import type { LiveCache } from "./live-cache.ts";
import { namedIn } from "./named-in.ts";
import { createOutbox } from "./outbox.ts";
import { createDiskStore } from "./outbox-disk.ts";
import { isWhole } from "./outbox-entry.ts";
import { createTabs } from "./outbox-tabs.ts";
import type { PageStore } from "./page-store.ts";
import { quietly } from "./quietly.ts";
import { createSend } from "./send-transport.ts";
import { sentMessage } from "./sent-message.ts";
import { failure, type Socket } from "./socket.ts";

type Deps = {
  self: { userId: string; name: string };
  live: LiveCache;
  page: PageStore;
  request: Socket["request"];
  downForMs: () => number;
  /** An entry has files that are not uploaded yet. */
  onFiles: () => void;
};

/** What changes of messages need comes with the first of them. */
const changeKit = async () => (await import("./waiting-changes.ts")).waitingChanges;

/** The outbox of one person in this tab, as the page shows it. */
export const createOwnOutbox = ({ self, live, page, request, downForMs, onFiles }: Deps) => {
  const outbox = createOutbox({
    send: createSend({
      request,
      post: call,
      downForMs,
      namedIn: (id, text) => namedIn(live.state().conversations[id], self.userId, text),
      change: (...given) =>
        changeKit().then(
          ({ send }) => send(...given),
          () => failure("unavailable"),
        ),
    }),
    store: createDiskStore(self.userId),
    tabs: createTabs(self.userId),
    onStored: (entry, stored) => {
      // A message as it is after a change is news as any.
      const payload = stored && "status" in stored ? sentMessage(entry, stored, self) : stored;
      if (payload) live.update((state) => applyEvent(state, { event: "message:received", payload }));
    },
    onChange: (entries) => {
      const changes = entries.filter(({ change }) => change);
      if (changes[0])
        quietly(
          changeKit().then(({ amend, releaseDeletions }) => {
            page.setState({ amend });
            releaseDeletions(outbox);
          }),
        );
      page.setState(({ changes: before }) => ({
        outbox: changes[0] ? entries.filter(({ change }) => !change) : entries,
        changes: changes[0] || before[0] ? changes : before,
      }));
      if (!entries.every(isWhole)) onFiles();
    },
    onRefused: () => page.setState({ keeps: false }),
    newId: uuidv7,
  });
  return outbox;
};
