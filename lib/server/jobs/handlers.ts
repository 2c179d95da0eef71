import type { JobHandlers } from "#lib/infra/jobs/graphile-worker.ts";
import type { Services } from "../services.ts";

/** Every job's sentence. */
export const createJobHandlers = ({
  verifications,
  reminders,
  viewingReminders,
  invitations,
  moderationMails,
  deliveries,
  digests,
  pushes,
  messagePushes,
  unreadDrift,
  takeovers,
  held,
  upkeep,
}: Services): JobHandlers => ({
  "account:mail": (payload, run) => verifications.deliver(payload, run),
  "booking:remind": (payload, run) => reminders.remind(payload, run),
  "booking:mail": (payload, run) => reminders.mail(payload, run),
  "viewing:remind": (payload, run) => viewingReminders.remind(payload, run),
  "viewing:mail": (payload, run) => viewingReminders.mail(payload, run),
  "viewing:invite": (payload, run) => invitations.mail(payload, run),
  "sanction:mail": (payload, run) => moderationMails.sanction(payload, run),
  "report:mail": (payload, run) => moderationMails.report(payload, run),
  "notification:deliver": (payload, run) => deliveries.deliver(payload, run),
  "notification:mail": (payload, run) => deliveries.mail(payload, run),
  "digest:sweep": () => digests.sweep(),
  "digest:mail": (payload, run) => digests.mail(payload, run),
  "push:send": (payload, run) => pushes.send(payload, run),
  "message:deliver": (payload, run) => messagePushes.deliver(payload, run),
  "push:message": (payload, run) => messagePushes.send(payload, run),
  "unread:recount": () => unreadDrift.measure(),
  "takeover:warn": (payload) => takeovers.warn(payload),
  "sent:sweep": () => held.forgetSent(),
  "upkeep:clean": () => upkeep.clean(),
});
