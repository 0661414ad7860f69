import type { HsmButton, HsmHeader } from "./model";

/** What a provider has refused of a step, and what it says of the templates that steps name. */

export type StepBlockFacts = {
  stepId: string;
  inboxId: string;
  /** The template that it is about; null: whatever the step sends. */
  template: { name: string; language: string } | null;
  /** The provider's code and words. */
  code: string;
  detail: string;
};

/** A template as its inbox's provider had it at the last look or told since. */
export type TemplateFacts = {
  inboxId: string;
  name: string;
  language: string;
  /** In Meta's words. */
  status: string;
  category: string;
  /** Meta no longer lists it. */
  isMissing: boolean;
  /** Since when it has this status, as far as that is known. */
  changedAt: Date | null;
  needs: TemplateNeeds;
};

/** What a template wants with each send. */
export type TemplateNeeds = {
  isNamed: boolean;
  /** The body's variables: their names, or `1`, `2`... */
  variables: string[];
  header: { type: HsmHeader["type"]; name: string | null } | null;
  /** `type` is null for a button that takes no value. */
  buttons: { type: HsmButton["type"] | null; isRequired: boolean }[];
  /** It has a part that a step cannot fill in. */
  isUnsupported: boolean;
};
