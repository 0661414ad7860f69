import { moveRuns } from "./move-runs";
import { prepareMonthsAhead } from "./prepare-months";
import { runEnrollment } from "./run-enrollment";
import { startByTrigger } from "./start-by-trigger";
import { sweepLost } from "./sweep";
import { syncTemplates, syncTemplatesDaily } from "./sync-templates";

/** Every durable function, for `/api/inngest` and for the embedded executor. */
export const functions = [
  runEnrollment,
  moveRuns,
  startByTrigger,
  sweepLost,
  prepareMonthsAhead,
  syncTemplates,
  syncTemplatesDaily,
];
