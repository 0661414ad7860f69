import { enrollMany, restartLostBulks } from "./enroll-many";
import { carryOutClaimed, findLostRules, followRules } from "./follow-rules";
import { moveRuns } from "./move-runs";
import { prepareMonthsAhead } from "./prepare-months";
import { runEnrollment } from "./run-enrollment";
import { startByTrigger } from "./start-by-trigger";
import { sweepLost } from "./sweep";
import { syncTemplates, syncTemplatesDaily } from "./sync-templates";
import { watchTheClock } from "./watch-clock";

/** Every durable function, for `/api/inngest` and for the embedded executor. */
export const functions = [
  runEnrollment,
  moveRuns,
  enrollMany,
  restartLostBulks,
  startByTrigger,
  followRules,
  carryOutClaimed,
  findLostRules,
  sweepLost,
  watchTheClock,
  prepareMonthsAhead,
  syncTemplates,
  syncTemplatesDaily,
];
