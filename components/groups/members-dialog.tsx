"use client";

import { LogOut, UserPlus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ConversationAvatar } from "#components/inbox/conversation-avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useGroups } from "#lib/client/use-groups.ts";
import { useInboxRoute } from "#lib/client/use-inbox-route.ts";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import { AddPeople } from "./add-people.tsx";
import { GroupHistory } from "./group-history.tsx";
import { GroupName } from "./group-name.tsx";
import { GroupPicture } from "./group-picture.tsx";
import { MemberRow } from "./member-row.tsx";
import { SureDialog } from "./sure-dialog.tsx";

type MembersProps = { conversation: ConversationSummary; onClose: () => void };
type Step = { kind: "add" } | { kind: "leave" } | { kind: "remove"; person: Participant };

/** Whom the server lets lead a group that its only admin leaves: participants come in the order in which they joined. */
const successor = (participants: readonly Participant[], selfId: string): Participant | undefined => {
  const others = participants.filter(({ userId }) => userId !== selfId);
  return others.some(({ memberRole }) => memberRole === "admin") ? undefined : others[0];
};

const useLeaveWords = ({ participants }: ConversationSummary, selfId: string): string => {
  const t = useTranslations("groups");
  const next = successor(participants, selfId);
  if (participants.length === 1) return t("leaveLast");
  return next ? `${t("leaveBody")} ${t("leaveHandsOver", { name: next.name })}` : t("leaveBody");
};

/** Who is in a group, what it is called, and the way out. What one may not do does not stand here. */
export const MembersDialog = ({ conversation, onClose }: MembersProps) => {
  const t = useTranslations("groups");
  const { self } = useRealtime();
  const { close } = useInboxRoute();
  const { run, busy, problem, forget } = useGroups();
  const [step, setStep] = useState<Step | null>(null);
  const [done, setDone] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const leaveWords = useLeaveWords(conversation, self.userId);
  const { id, title, pictureUrl, participants } = conversation;
  const leads = participants.some(({ userId, memberRole }) => userId === self.userId && memberRole === "admin");
  const ask = (next: Step | null): void => {
    forget();
    setDone("");
    setStep(next);
  };
  const tell = (words: string): void => {
    ask(null);
    setDone(words);
  };
  const remove = async ({ userId, name }: Participant): Promise<void> => {
    if (await run((groups) => groups.remove(id, userId))) tell(t("removed", { name }));
  };
  const makeAdmin = async ({ userId, name }: Participant): Promise<void> => {
    ask(null);
    if (await run((groups) => groups.makeAdmin(id, userId))) setDone(t("madeAdmin", { name }));
  };
  const leave = async (): Promise<void> => {
    await run(async (groups) => {
      await groups.leave(conversation);
      close();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("members")}
      description={t("count", { count: participants.length })}
      actions={
        <>
          <Button variant="secondary" onClick={() => ask({ kind: "leave" })}>
            <LogOut aria-hidden="true" className="size-[18px]" />
            {t("leave")}
          </Button>
          {leads && (
            <Button onClick={() => ask({ kind: "add" })}>
              <UserPlus aria-hidden="true" className="size-[18px]" />
              {t("add")}
            </Button>
          )}
        </>
      }
    >
      {leads && <GroupPicture conversation={conversation} onDone={setDone} />}
      {!leads && pictureUrl && <ConversationAvatar conversation={conversation} presence={undefined} className="m-3 scale-150" />}
      {leads && <GroupName id={id} title={title ?? ""} onRenamed={() => setDone(t("renamed"))} />}
      <GroupHistory conversation={conversation} leads={leads} onDone={setDone} />
      <p role="status" className="text-[14px] text-accent-strong empty:hidden">
        {done}
      </p>
      <p role="alert" className="text-[14px] text-danger empty:hidden">
        {step === null && problem}
      </p>
      <ul ref={list} tabIndex={-1} aria-label={t("members")} className="grid outline-none">
        {participants.map((person) => (
          <MemberRow
            key={person.userId}
            person={person}
            leads={leads}
            onMakeAdmin={() => void makeAdmin(person)}
            onRemove={() => ask({ kind: "remove", person })}
          />
        ))}
      </ul>
      {step?.kind === "add" && (
        <AddPeople conversation={conversation} onAdded={(count) => tell(t("added", { count }))} onClose={() => ask(null)} />
      )}
      {step?.kind === "remove" && (
        <SureDialog
          title={t("removeAsk", { name: step.person.name })}
          description={t("removeBody", { name: step.person.name })}
          label={t("removeNow")}
          busy={busy}
          problem={problem}
          returnTo={list}
          onSure={() => void remove(step.person)}
          onClose={() => ask(null)}
        />
      )}
      {step?.kind === "leave" && (
        <SureDialog
          title={t("leaveAsk", { title: title ?? "" })}
          description={leaveWords}
          label={t("leaveNow")}
          busy={busy}
          problem={problem}
          returnTo={list}
          onSure={() => void leave()}
          onClose={() => ask(null)}
        />
      )}
    </Dialog>
  );
};
