import type { Database } from "#lib/db/client.ts";
import { createAccountService } from "#lib/domain/accounts/account.service.ts";
import { createSessionService } from "#lib/domain/accounts/session.service.ts";
import { createStandingService } from "#lib/domain/accounts/standing.service.ts";
import { createVerificationService } from "#lib/domain/accounts/verification.service.ts";
import { createAlertService } from "#lib/domain/alerts/alert.service.ts";
import { createAuditService } from "#lib/domain/audit/audit.service.ts";
import { createAuditCheckService } from "#lib/domain/audit/audit-check.service.ts";
import { createAuditHeadService } from "#lib/domain/audit/audit-head.service.ts";
import { createAuditLog } from "#lib/domain/audit/audit-log.service.ts";
import { createBookingService } from "#lib/domain/bookings/booking.service.ts";
import { createReminderService } from "#lib/domain/bookings/reminder.service.ts";
import { createConversationService } from "#lib/domain/conversations/conversation.service.ts";
import { createMuteService } from "#lib/domain/conversations/mute.service.ts";
import { createSyncService } from "#lib/domain/conversations/sync.service.ts";
import { createUnreadAnnouncer } from "#lib/domain/conversations/unread.announcer.ts";
import { createListingService } from "#lib/domain/housing/listing.service.ts";
import { createOwnListingService } from "#lib/domain/housing/own-listing.service.ts";
import { createPhotoService } from "#lib/domain/housing/photo.service.ts";
import { createRoomService } from "#lib/domain/housing/room.service.ts";
import { createContentJudge } from "#lib/domain/messages/content.policy.ts";
import { createDeliveryWatch } from "#lib/domain/messages/delivery-watch.ts";
import { createHeldAnnouncer } from "#lib/domain/messages/held.announcer.ts";
import { createMessageService } from "#lib/domain/messages/message.service.ts";
import { createPostService } from "#lib/domain/messages/post.service.ts";
import { createReceiptService } from "#lib/domain/messages/receipt.service.ts";
import { createReleaseService } from "#lib/domain/messages/release.service.ts";
import { createRemovalService } from "#lib/domain/messages/removal.service.ts";
import { createAppealService } from "#lib/domain/moderation/appeal.service.ts";
import { createDecisionService } from "#lib/domain/moderation/decision.service.ts";
import { createHeldService } from "#lib/domain/moderation/held.service.ts";
import { createHeldDeskService } from "#lib/domain/moderation/held-desk.service.ts";
import { createQueueAnnouncer } from "#lib/domain/moderation/queue.announcer.ts";
import { createReportService } from "#lib/domain/moderation/report.service.ts";
import { createSanctionService } from "#lib/domain/moderation/sanction.service.ts";
import { createTakeoverService } from "#lib/domain/moderation/takeover.service.ts";
import { createDeliveryService } from "#lib/domain/notifications/delivery.service.ts";
import { createDigestService } from "#lib/domain/notifications/digest.service.ts";
import { createNotificationService } from "#lib/domain/notifications/notification.service.ts";
import { createNotificationPreferencesService } from "#lib/domain/notifications/notification-preferences.service.ts";
import { createEffectService } from "#lib/domain/operations/effect.service.ts";
import { createJobService } from "#lib/domain/operations/job.service.ts";
import { createScheduleService } from "#lib/domain/operations/schedule.service.ts";
import { createUpkeepService } from "#lib/domain/operations/upkeep.service.ts";
import type {
  AccessTokens,
  AuditHeads,
  BlobStore,
  Clock,
  JobQueue,
  Log,
  Mailer,
  Metrics,
  NewId,
  PasswordHasher,
  Pictures,
  PresenceStore,
  Publisher,
  Push,
  RateLimits,
} from "#lib/domain/ports.ts";
import { createDeviceService } from "#lib/domain/presence/device.service.ts";
import { createPresenceService } from "#lib/domain/presence/presence.service.ts";
import { createTypingService } from "#lib/domain/presence/typing.service.ts";
import { createAppPushService } from "#lib/domain/push/app-push.service.ts";
import { createMessagePushService } from "#lib/domain/push/message-push.service.ts";
import { createPushService } from "#lib/domain/push/push.service.ts";
import { createSavedReplyService } from "#lib/domain/replies/saved-reply.service.ts";
import { createResponseService } from "#lib/domain/responses/response.service.ts";
import { createBlockService } from "#lib/domain/safety/block.service.ts";
import { createPreferencesService } from "#lib/domain/safety/preferences.service.ts";
import { createRuleService } from "#lib/domain/safety/rule.service.ts";
import { createInvitationService } from "#lib/domain/viewings/invitation.service.ts";
import { createViewingService } from "#lib/domain/viewings/viewing.service.ts";
import { createViewingReminderService } from "#lib/domain/viewings/viewing-reminder.service.ts";

export type Deps = {
  database: Database;
  publish: Publisher;
  limits: RateLimits;
  store: PresenceStore;
  passwords: PasswordHasher;
  tokens: AccessTokens;
  mailer: Mailer;
  jobs: JobQueue;
  push: Push;
  blobs: BlobStore;
  pictures: Pictures;
  auditHeads: AuditHeads;
  /** What the entries of the audit log are bound with. */
  auditKey: string;
  /** The address of our own pages, for links in mails and calendars. */
  origin: string;
  /** What the tokens of such links are made with. */
  linkKey: string;
  clock: Clock;
  newId: NewId;
  log: Log;
  metrics: Metrics;
};

/** The composition root: every use case, wired once. */
export const createServices = (given: Deps) => {
  const deps = { ...given, audit: createAuditLog(given) };
  const unread = createUnreadAnnouncer(deps);
  const content = createContentJudge({ ownHosts: [new URL(deps.origin).hostname] });
  const queue = createQueueAnnouncer(deps);
  const heldNews = createHeldAnnouncer(deps);
  const deliveries = createDeliveryWatch(deps);
  const receipts = createReceiptService({ ...deps, unread, deliveries });
  const presence = createPresenceService(deps);
  const typing = createTypingService(deps);
  const conversations = createConversationService(deps);
  const posts = createPostService({ ...deps, unread, deliveries });
  const notifications = createNotificationService(deps);
  const effects = createEffectService(deps);
  const verifications = createVerificationService({ ...deps, effects });
  const sessions = createSessionService(deps);
  const responses = createResponseService(deps);
  const sanctions = createSanctionService({ ...deps, sessions, removals: createRemovalService({ ...deps, unread }) });
  const takeovers = createTakeoverService({ ...deps, posts, heldNews });
  const releases = createReleaseService({ ...deps, unread, deliveries });
  const held = createHeldService({ ...deps, heldNews });
  const auditHead = createAuditHeadService(deps);
  const auditChecks = createAuditCheckService({ ...deps, rowsAtATime: 500 });
  return {
    accounts: createAccountService({ ...deps, verifications }),
    verifications,
    sessions,
    standing: createStandingService(deps),
    conversations,
    sync: createSyncService(deps),
    messages: createMessageService({ ...deps, unread, deliveries, content, heldNews }),
    receipts,
    presence,
    devices: createDeviceService(deps),
    typing,
    blocks: createBlockService({ ...deps, receipts, presence, typing }),
    mutes: createMuteService(deps),
    preferences: createPreferencesService({ ...deps, receipts, presence }),
    listings: createListingService({ ...deps, responses }),
    responses,
    ownListings: createOwnListingService(deps),
    rooms: createRoomService(deps),
    photos: createPhotoService(deps),
    bookings: createBookingService({ ...deps, conversations, posts, notifications, content }),
    viewings: createViewingService({ ...deps, conversations, posts, notifications, content }),
    notifications,
    deliveries: createDeliveryService({ ...deps, effects }),
    digests: createDigestService({ ...deps, effects }),
    notificationPreferences: createNotificationPreferencesService(deps),
    pushes: createPushService({ ...deps, effects }),
    alerts: createAlertService(deps),
    reports: createReportService({ ...deps, queue }),
    decisions: createDecisionService({ ...deps, queue }),
    sanctions,
    held,
    heldDesk: createHeldDeskService({ ...deps, heldNews, releases, takeovers, sanctionService: sanctions }),
    takeovers,
    appeals: createAppealService({ ...deps, sanctionService: sanctions }),
    audit: createAuditService({ ...deps, heads: auditHead, checks: auditChecks }),
    auditHead,
    rules: createRuleService({ content }),
    appPushes: createAppPushService(deps),
    messagePushes: createMessagePushService({ ...deps, effects }),
    savedReplies: createSavedReplyService(deps),
    reminders: createReminderService({ ...deps, effects }),
    invitations: createInvitationService({ ...deps, effects }),
    viewingReminders: createViewingReminderService({ ...deps, effects, notifications }),
    jobs: createJobService(deps),
    schedule: createScheduleService(deps),
    upkeep: createUpkeepService({ ...deps, sessions, verifications, held }),
  };
};
export type Services = ReturnType<typeof createServices>;
