import { actOnMany } from "./bulk-act";
import { enrollMany, restartLostBulks } from "./enroll-many";
import { foldReports } from "./fold-reports";
import { carryOutClaimed, findLostRules, followRules } from "./follow-rules";
import { lookForPeople, tryLooking } from "./look-for-people";
import { moveRuns } from "./move-runs";
import { paceInbox } from "./pace-inbox";
import { prepareMonthsAhead } from "./prepare-months";
import { probeInboxes, readHealthDaily, readInboxHealth, watchSends } from "./probe-inboxes";
import { remindDrafts } from "./remind-drafts";
import { runEnrollment } from "./run-enrollment";
import { mailAlerts } from "./send-alerts";
import { mailDigests } from "./send-digests";
import { findNotificationMails, mailNotifications } from "./send-notifications";
import { startByTrigger } from "./start-by-trigger";
import { sweepLost } from "./sweep";
import { syncTemplates, syncTemplatesDaily, syncTemplatesPaused } from "./sync-templates";
import { understandReplies } from "./understand-replies";
import { watchTheClock } from "./watch-clock";
import { watchTroubles } from "./watch-troubles";

/** Every durable function, for `/api/inngest` and for the embedded executor. */
export const functions = [
  runEnrollment,
  paceInbox,
  moveRuns,
  enrollMany,
  actOnMany,
  restartLostBulks,
  startByTrigger,
  followRules,
  carryOutClaimed,
  findLostRules,
  sweepLost,
  watchTheClock,
  watchTroubles,
  prepareMonthsAhead,
  probeInboxes,
  readInboxHealth,
  readHealthDaily,
  watchSends,
  mailAlerts,
  mailNotifications,
  findNotificationMails,
  mailDigests,
  remindDrafts,
  foldReports,
  understandReplies,
  lookForPeople,
  tryLooking,
  syncTemplates,
  syncTemplatesDaily,
  syncTemplatesPaused,
];
