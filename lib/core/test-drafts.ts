import type {
  Condition,
  Content,
  HsmButton,
  HsmHeader,
  HsmTemplate,
  SequenceDraft,
  Step,
  Wait,
} from "./model";
import { NO_CONTACT_LIMITS } from "./model";
import type { TemplateNeeds } from "./provider-facts";
import { checkDraft, type PublishContext } from "./publish-check";
import { ALWAYS, aSnapshot, aStep, STEP_2 } from "./test-facts";

/** Drafts with one thing wrong, and what the check finds in them: `step field code`. */

export const template = {
  name: "reminder",
  language: "en",
  parameters: ["{{ contact.first_name | default: 'you' }}"],
};
export const whatsapp = { channel: "whatsapp", hasWindow: true, hasTemplates: true } as const;
export const email = { channel: "email", hasWindow: false, hasTemplates: false } as const;
export const sms = { channel: "sms", hasWindow: false, hasTemplates: false } as const;
export const context = (changes: Partial<PublishContext> = {}): PublishContext => ({
  knownVariables: new Set(["contact.first_name", "contact.name", "contact.plan"]),
  inboxes: [whatsapp],
  hsmTemplates: [{ name: "reminder", language: "en", status: "APPROVED" }],
  settings: { sendingHours: ALWAYS, limits: NO_CONTACT_LIMITS },
  today: "2026-11-18",
  ...changes,
});
export const limits = (changes: Partial<SequenceDraft["limits"]>) => ({ ...NO_CONTACT_LIMITS, ...changes });

export function check(draft: Partial<SequenceDraft>, changes: Partial<PublishContext> = {}) {
  const { problems, warnings } = checkDraft(aSnapshot(draft), context(changes));
  const short = ({ stepIndex, field, code }: (typeof problems | typeof warnings)[number]) =>
    `${stepIndex} ${field} ${code}`;
  return { problems: problems.map(short), warnings: warnings.map(short) };
}
export const safe = (changes: Partial<Step> = {}) =>
  aStep({ windowClosed: { do: "template", template }, ...changes });
export const one = (changes: Partial<Step> = {}) => ({ steps: [safe(changes)] });
export const saying = (content: Content) => one({ content });
export const text = (words: string, subject?: string) => saying({ type: "text", text: words, subject });
export const rich = (changes: Partial<Extract<Content, { type: "rich" }>>) =>
  saying({ type: "rich", text: "Hi", quickReplies: [], ...changes });
export const hsm = (changes: Partial<HsmTemplate>) =>
  saying({ type: "template", template: { ...template, ...changes } });
export const head = (header: Partial<HsmHeader>) => hsm({ header: { type: "image", value: "", ...header } });
export const button = (changes: Partial<HsmButton>) =>
  hsm({ buttons: [{ index: 0, type: "url", value: "", ...changes }] });
/** What Meta says that the template wants. */
export const reads = (needs: Partial<TemplateNeeds>): Partial<PublishContext> => ({
  hsmTemplates: [
    {
      ...{ name: "reminder", language: "en", status: "APPROVED" },
      needs: { isNamed: false, variables: [], header: null, buttons: [], isUnsupported: false, ...needs },
    },
  ],
});
export const file = (kind: "image" | "audio") => ({ kind, url: "https://files.example.com/a" });
export const two = (wait: Wait) => ({ steps: [safe(), safe({ id: STEP_2, wait })] });
export const skip = (changes: Partial<Condition>) =>
  one({
    skipRules: [
      { when: "condition", variable: "contact.plan", operator: "equal", value: "gold", ...changes },
    ],
  });
export const saidInVariant = (content: Content) => one({ variants: [{ id: STEP_2, weight: 1, content }] });

/** What a draft is like, the draft, what is found in it, and what else is known of the account. */
export type Row = [string, Partial<SequenceDraft>, string[], Partial<PublishContext>?];
