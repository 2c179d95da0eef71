import type { Database } from "#lib/db/client.ts";
import { createAccountService } from "#lib/domain/accounts/account.service.ts";
import { createSessionService } from "#lib/domain/accounts/session.service.ts";
import { createStandingService } from "#lib/domain/accounts/standing.service.ts";
import { createVerificationService } from "#lib/domain/accounts/verification.service.ts";
import { createAlertService } from "#lib/domain/alerts/alert.service.ts";
import { createAttachmentService } from "#lib/domain/attachments/attachment.service.ts";
import { createCopyService } from "#lib/domain/attachments/copy.service.ts";
import { createUploadService } from "#lib/domain/attachments/upload.service.ts";
import { createAuditService } from "#lib/domain/audit/audit.service.ts";
import { createAuditCheckService } from "#lib/domain/audit/audit-check.service.ts";
import { createAuditHeadService } from "#lib/domain/audit/audit-head.service.ts";
import { createAuditLog } from "#lib/domain/audit/audit-log.service.ts";
import { createBookingService } from "#lib/domain/bookings/booking.service.ts";
import { createReminderService } from "#lib/domain/bookings/reminder.service.ts";
import { countContested } from "#lib/domain/contests/contest.reader.ts";
import { createContestService } from "#lib/domain/contests/contest.service.ts";
import { createConversationService } from "#lib/domain/conversations/conversation.service.ts";
import { createGroupService } from "#lib/domain/conversations/group.service.ts";
import { createGroupPictureService } from "#lib/domain/conversations/group-picture.service.ts";
import { createGroupSteps } from "#lib/domain/conversations/group-steps.service.ts";
import { createMuteService } from "#lib/domain/conversations/mute.service.ts";
import { createSyncService } from "#lib/domain/conversations/sync.service.ts";
import { createUnreadAnnouncer } from "#lib/domain/conversations/unread.announcer.ts";
import { createUnreadDriftService } from "#lib/domain/conversations/unread-drift.service.ts";
import { createListingService } from "#lib/domain/housing/listing.service.ts";
import { createOwnListingService } from "#lib/domain/housing/own-listing.service.ts";
import { createPhotoService } from "#lib/domain/housing/photo.service.ts";
import { createRoomService } from "#lib/domain/housing/room.service.ts";
import { createChangeService } from "#lib/domain/messages/change.service.ts";
import { createContentJudge } from "#lib/domain/messages/content.policy.ts";
import { createDeliveryWatch } from "#lib/domain/messages/delivery-watch.ts";
import { createHeldAnnouncer } from "#lib/domain/messages/held.announcer.ts";
import { createLinkPreviewService } from "#lib/domain/messages/link-preview.service.ts";
import { createMarkAnnouncer } from "#lib/domain/messages/mark.announcer.ts";
import { createMessageService } from "#lib/domain/messages/message.service.ts";
import { createMessageSearch } from "#lib/domain/messages/message-search.service.ts";
import { createPostService } from "#lib/domain/messages/post.service.ts";
import { createReceiptReader } from "#lib/domain/messages/receipt.reader.ts";
import { createReceiptService } from "#lib/domain/messages/receipt.service.ts";
import { createReleaseService } from "#lib/domain/messages/release.service.ts";
import { createRemovalService } from "#lib/domain/messages/removal.service.ts";
import { createAppealService } from "#lib/domain/moderation/appeal.service.ts";
import { createDecisionService } from "#lib/domain/moderation/decision.service.ts";
import { createHeldService } from "#lib/domain/moderation/held.service.ts";
import { createHeldDeskService } from "#lib/domain/moderation/held-desk.service.ts";
import { createKeptOutService } from "#lib/domain/moderation/kept-out.service.ts";
import { createModerationMailService } from "#lib/domain/moderation/moderation-mail.service.ts";
import { createPersonService } from "#lib/domain/moderation/person.service.ts";
import { createQueueAnnouncer } from "#lib/domain/moderation/queue.announcer.ts";
import { createReportService } from "#lib/domain/moderation/report.service.ts";
import { createSanctionService } from "#lib/domain/moderation/sanction.service.ts";
import { createTakeoverService } from "#lib/domain/moderation/takeover.service.ts";
import { createDeliveryService } from "#lib/domain/notifications/delivery.service.ts";
import { createDigestService } from "#lib/domain/notifications/digest.service.ts";
import { createNotificationService } from "#lib/domain/notifications/notification.service.ts";
import { createNotificationPreferencesService } from "#lib/domain/notifications/notification-preferences.service.ts";
import { createConnectionService } from "#lib/domain/operations/connection.service.ts";
import { createEffectService } from "#lib/domain/operations/effect.service.ts";
import { createExportService } from "#lib/domain/operations/export.service.ts";
import { createJobService } from "#lib/domain/operations/job.service.ts";
import { createPulseService } from "#lib/domain/operations/pulse.service.ts";
import type { PulseMeter } from "#lib/domain/operations/pulse-meter.ts";
import { createScheduleService } from "#lib/domain/operations/schedule.service.ts";
import { createUpkeepService } from "#lib/domain/operations/upkeep.service.ts";
import type {
  AccessTokens,
  AuditHeads,
  BlobStore,
  Clock,
  FileScanner,
  JobQueue,
  LinkReader,
  Log,
  Mailer,
  Metrics,
  NewId,
  PartialFiles,
  PasswordHasher,
  Pictures,
  PresenceStore,
  Publisher,
  Push,
  RateLimits,
  TranscriptSigner,
  Vitals,
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
import { createRuleService } from "#lib/domain/scan/rule.service.ts";
import { createWeightService } from "#lib/domain/scan/weight.service.ts";
import { createTranscriptService } from "#lib/domain/transcripts/transcript.service.ts";
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
  parts: PartialFiles;
  pictures: Pictures;
  scanner: FileScanner;
  /** How much room there is left for files, in bytes. */
  freeBytes: () => Promise<number>;
  links: LinkReader;
  auditHeads: AuditHeads;
  /** What the entries of the audit log are bound with. */
  auditKey: string;
  transcriptSigner: TranscriptSigner;
  /** The address of our own pages, for links in mails and calendars. */
  origin: string;
  /** What the tokens of such links are made with. */
  linkKey: string;
  clock: Clock;
  newId: NewId;
  log: Log;
  metrics: Metrics;
  /** What stands before these metrics, and remembers the last of what they count. */
  meter: PulseMeter;
  vitals: Vitals;
};

/** The composition root: every use case, wired once. */
export const createServices = (given: Deps) => {
  const deps = { ...given, audit: createAuditLog(given) };
  const unread = createUnreadAnnouncer(deps);
  const weights = createWeightService(deps);
  const content = createContentJudge({ ownHosts: [new URL(deps.origin).hostname], weights: weights.weightsOf });
  const queue = createQueueAnnouncer(deps);
  const heldNews = createHeldAnnouncer(deps);
  const deliveries = createDeliveryWatch(deps);
  const receipts = createReceiptService({ ...deps, unread, marks: createMarkAnnouncer(deps), deliveries });
  const presence = createPresenceService(deps);
  const typing = createTypingService(deps);
  const conversations = createConversationService(deps);
  const posts = createPostService({ ...deps, unread, deliveries });
  const steps = createGroupSteps({ ...deps, posts });
  const notifications = createNotificationService(deps);
  const effects = createEffectService(deps);
  const verifications = createVerificationService({ ...deps, effects });
  const sessions = createSessionService(deps);
  const responses = createResponseService(deps);
  const changes = createChangeService({ ...deps, unread, content });
  const previews = createLinkPreviewService({ ...deps, content });
  const sanctions = createSanctionService({ ...deps, sessions, removals: createRemovalService({ ...deps, unread }) });
  const appeals = createAppealService({ ...deps, sanctionService: sanctions });
  const takeovers = createTakeoverService({ ...deps, posts, heldNews });
  const releases = createReleaseService({ ...deps, unread, deliveries });
  const held = createHeldService({ ...deps, heldNews });
  const uploads = createUploadService(deps);
  const auditHead = createAuditHeadService(deps);
  const auditChecks = createAuditCheckService({ ...deps, rowsAtATime: 500 });
  return {
    accounts: createAccountService({ ...deps, verifications }),
    verifications,
    sessions,
    standing: createStandingService(deps),
    conversations,
    groups: createGroupService({ ...deps, typing, content, steps }),
    groupPictures: createGroupPictureService({ ...deps, steps }),
    sync: createSyncService(deps),
    messages: createMessageService({ ...deps, unread, deliveries, content, heldNews }),
    changes,
    uploads,
    attachments: createAttachmentService(deps),
    copies: createCopyService(deps),
    previews,
    search: createMessageSearch(deps),
    receipts,
    receiptReader: createReceiptReader(deps),
    presence,
    devices: createDeviceService(deps),
    typing,
    blocks: createBlockService({ ...deps, receipts, presence, typing }),
    mutes: createMuteService(deps),
    preferences: createPreferencesService({ ...deps, receipts, presence }),
    listings: createListingService({ ...deps, responses }),
    responses,
    ownListings: createOwnListingService({ ...deps, content }),
    rooms: createRoomService({ ...deps, content }),
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
    contests: createContestService({ ...deps, content }),
    appeals,
    moderationMails: createModerationMailService({ ...deps, effects }),
    keptOut: createKeptOutService({ ...deps, sanctionService: sanctions, appeals }),
    people: createPersonService({ ...deps, sessions }),
    held,
    heldDesk: createHeldDeskService({ ...deps, heldNews, releases, takeovers, sanctionService: sanctions }),
    takeovers,
    audit: createAuditService({ ...deps, heads: auditHead, checks: auditChecks }),
    auditHead,
    weights,
    rules: createRuleService({ ...deps, content, weights, countContested }),
    appPushes: createAppPushService(deps),
    messagePushes: createMessagePushService({ ...deps, effects }),
    savedReplies: createSavedReplyService(deps),
    reminders: createReminderService({ ...deps, effects }),
    invitations: createInvitationService({ ...deps, effects }),
    viewingReminders: createViewingReminderService({ ...deps, effects, notifications }),
    jobs: createJobService(deps),
    exports: createExportService(deps),
    transcripts: createTranscriptService(deps),
    connections: createConnectionService(deps),
    pulse: createPulseService(deps),
    unreadDrift: createUnreadDriftService(deps),
    schedule: createScheduleService(deps),
    upkeep: createUpkeepService({ ...deps, sessions, verifications, changes, held, uploads, previews }),
  };
};
export type Services = ReturnType<typeof createServices>;
