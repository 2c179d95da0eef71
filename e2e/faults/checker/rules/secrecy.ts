import { type Facts, groupBy } from "../facts.ts";
import type { Finding } from "../finding.ts";

/** What may still be on its way when a session has ended (protocol.md: within a second). */
const GRACE_MS = 1_000;

/** `group.conversation.sender.n` */
const conversationIn = (canary: string): string => canary.split(".")[1] ?? "";

/** C10: every canary in any byte that came is of a conversation, and of a time, that its receiver is in. */
const leaks = ({ of, memberships, finals }: Facts): Finding[] => {
  const seqOf = new Map([...finals.values()].flat().map(({ item, seq }) => [item, seq]));
  return of("recv").flatMap(({ user, device, event, canaries, i }): Finding[] => {
    const foreign = canaries.filter((canary) => {
      const membership = memberships.get(conversationIn(canary))?.get(user);
      const seq = seqOf.get(canary);
      return !membership || (seq !== undefined && (seq <= membership.from || seq > membership.to));
    });
    return foreign.length > 0 ? [{ rule: "C10", what: `${device} got ${foreign[0]} by ${event}`, lines: [i] }] : [];
  });
};

/** C11: a device whose session has ended hears no word and sends none. */
const revoked = ({ of, tries }: Facts): Finding[] => {
  const ended = new Map(
    of("revoke")
      .filter(({ type }) => type === "ok")
      .map(({ device, t, i }) => [device, { t, i }]),
  );
  const heard = of("recv").flatMap(({ device, event, canaries, t, i }): Finding[] => {
    const end = ended.get(device);
    if (!end || canaries.length === 0 || t <= end.t + GRACE_MS) return [];
    return [{ rule: "C11", what: `${device} heard ${event} after its session had ended`, lines: [end.i, i] }];
  });
  const sent = tries.flatMap(({ begin, end }): Finding[] => {
    const over = ended.get(begin.device);
    if (!over || end?.type !== "ok" || end.duplicate || begin.t <= over.t) return [];
    return [{ rule: "C11", what: `${begin.device} sent ${begin.item} after its session had ended`, lines: [over.i, begin.i] }];
  });
  return [...heard, ...sent];
};

/** C11: who has left stores nothing new. */
const departed = ({ tries, memberships }: Facts): Finding[] =>
  tries.flatMap(({ begin, end }): Finding[] => {
    const membership = memberships.get(begin.conv)?.get(begin.user);
    if (end?.type !== "ok" || end.duplicate) return [];
    if (membership && begin.t <= membership.leftAt) return [];
    return [{ rule: "C11", what: `${begin.user} is not in ${begin.conv} and sent ${begin.item}`, lines: [begin.i, end.i] }];
  });

/** C11: between a block and its end neither of the two stores anything new. */
const blocked = ({ of, tries }: Facts): Finding[] => {
  const moves = groupBy(
    [...of("block").filter(({ type }) => type === "ok"), ...of("unblock").filter(({ type }) => type === "invoke")].sort(
      (one, other) => one.i - other.i,
    ),
    ({ conv }) => conv,
  );
  return tries.flatMap(({ begin, end }): Finding[] => {
    if (end?.type !== "ok" || end.duplicate) return [];
    const since = (moves.get(begin.conv) ?? []).filter(({ i }) => i < end.i);
    const last = since.filter(({ i }) => i < begin.i).at(-1);
    const isBlocked = last?.f === "block" && since.at(-1) === last;
    return isBlocked ? [{ rule: "C11", what: `${begin.item} was sent past a block`, lines: [last.i, begin.i, end.i] }] : [];
  });
};

/** C14: nothing in the log and no answer tells of a defect. */
const defects = ({ of, tries, markTries }: Facts): Finding[] => [
  ...of("defect").map(({ text, i }): Finding => ({ rule: "C14", what: text, lines: [i] })),
  ...[...tries, ...markTries].flatMap(({ begin, end }): Finding[] =>
    end?.type === "fail" && end.code === "internal"
      ? [{ rule: "C14", what: "the answer was internal", lines: [begin.i, end.i] }]
      : [],
  ),
];

export const secrecyRules = [leaks, revoked, departed, blocked, defects];
