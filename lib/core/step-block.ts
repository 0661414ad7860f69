import type { Because, Facts, InboxFacts } from "./facts";
import type { Content } from "./model";
import { DAY_MS } from "./zone";

/** Lifting the block wakes the run; this is only when it is looked at all the same. */
const RECHECK_MS = 7 * DAY_MS;

/**
 * The provider has refused what this step would send by this inbox, and nobody has mended it since. A block that is
 * about a template holds nothing back that goes out without it.
 */
export function stepBlock(
  facts: Facts,
  inbox: InboxFacts,
  content: Content,
  now: Date,
): { until: Date; because: Because } | null {
  const { stepId } = facts.enrollment;
  const block = facts.blocks?.find((one) => {
    if (one.stepId !== stepId || one.inboxId !== inbox.id) return false;
    // That is for people to read: whether a template fits is looked at anew, by what the run's own version says.
    if (one.code === "template_unusable") return false;
    if (one.template === null) return true;
    return (
      content.type === "template" &&
      content.template.name === one.template.name &&
      content.template.language === one.template.language
    );
  });
  if (!block) return null;
  const data = { inbox: inbox.name, code: block.code, detail: block.detail };
  return { until: new Date(now.getTime() + RECHECK_MS), because: { code: "step_blocked", data } };
}
