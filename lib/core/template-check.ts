import type { Because, Facts, InboxFacts } from "./facts";
import type { HsmTemplate } from "./model";
import type { TemplateFacts, TemplateNeeds } from "./provider-facts";
import { MINUTE_MS } from "./zone";

/** Meta's word for a template that may be sent. Others: PENDING, REJECTED, PAUSED, DISABLED, and new ones at any time. */
export const APPROVED = "APPROVED";
/** Words that a notice may bring for one that may be sent again. */
export const isSendable = (status: string): boolean => status === APPROVED || status === "REINSTATED";

/** What of a template is not as a step has it. */
export const TEMPLATE_DIFFERENCES = [
  "parameter_count",
  "parameter_names",
  "header_missing",
  "header_other",
  "button_missing",
  "button_other",
  "part_unsupported",
] as const;
export type TemplateDifference = (typeof TEMPLATE_DIFFERENCES)[number];

/** The first thing that the template wants and the step does not give, or gives and the template does not want. */
export function differenceOf(template: HsmTemplate, needs: TemplateNeeds): TemplateDifference | null {
  const { parameters, parameterNames = [], header, buttons = [] } = template;
  if (needs.isUnsupported) return "part_unsupported";
  if (parameters.length !== needs.variables.length) return "parameter_count";
  const names = needs.isNamed ? needs.variables : [];
  if (parameterNames.length !== names.length || !names.every((name) => parameterNames.includes(name))) {
    return "parameter_names";
  }
  if (needs.header && !header) return "header_missing";
  if (header && (header.type !== needs.header?.type || (header.name ?? null) !== needs.header.name)) {
    return "header_other";
  }
  const isOther = buttons.some(({ index, type }) => needs.buttons[index]?.type !== type);
  if (isOther) return "button_other";
  const isGiven = (place: number) => buttons.some(({ index }) => index === place);
  return needs.buttons.some(({ isRequired }, place) => isRequired && !isGiven(place))
    ? "button_missing"
    : null;
}

/** Meta pauses a template for low quality for three hours, then for six; the third time it disables it. */
const PAUSE_MS = 3 * 60 * MINUTE_MS;
/** Whatever changes it sooner wakes the run. */
const RECHECK_MS = 24 * 60 * MINUTE_MS;

/**
 * Why this template is surely not taken by the provider now, and until when to wait; null when nothing is known against
 * it. A template that was never read is tried: its provider knows better.
 */
export function templateHold(
  template: HsmTemplate,
  inbox: InboxFacts,
  facts: Facts,
  now: Date,
): { until: Date; because: Because } | null {
  const found = templateFacts(template, inbox, facts);
  if (!found) return null;
  const { status, isMissing, changedAt } = found;
  const differs = isMissing ? "gone" : isSendable(status) ? differenceOf(template, found.needs) : "status";
  if (differs === null) return null;
  const { name, language } = template;
  const data = { template: name, language, status, differs, inbox: inbox.name, inboxId: inbox.id };
  const until = status === "PAUSED" && !isMissing ? afterPause(changedAt, now) : later(now, RECHECK_MS);
  return { until, because: { code: "template_unusable", data } };
}

/** Meta's category of it, which may have changed since it was chosen. */
export const categoryOf = (template: HsmTemplate, inbox: InboxFacts, facts: Facts): string | null =>
  templateFacts(template, inbox, facts)?.category ?? null;

function templateFacts({ name, language }: HsmTemplate, inbox: InboxFacts, { templates = [] }: Facts) {
  const isIt = (one: TemplateFacts) =>
    one.inboxId === inbox.id && one.name === name && one.language === language;
  return templates.find(isIt);
}

function afterPause(changedAt: Date | null, now: Date): Date {
  const first = later(changedAt ?? now, PAUSE_MS);
  return first > now ? first : later(now, PAUSE_MS);
}

const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);
