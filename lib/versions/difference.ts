import type {
  Compose,
  ContactLimits,
  Content,
  HsmTemplate,
  Media,
  SendingHours,
  SequenceDraft,
  SkipRule,
  Step,
  Wait,
  WindowClosed,
} from "@/lib/core/model";
import type { DraftExpiry } from "@/lib/core/model-maestro";
import type { Trigger } from "@/lib/core/model-rules";
import type { Segment } from "./words";

type FromTo<T> = { before: T; after: T };

/** A text that people read or write. A template's parameters are counted from 1. */
export type TextField =
  | "text"
  | "subject"
  | "preheader"
  | "openText"
  | "instruction"
  | "parameter"
  | "windowParameter";

type TemplateName = Pick<HsmTemplate, "name" | "language">;

/** What is new about one step, one of its variants, or the sequence. */
export type Change =
  | { code: "step_added" | "step_removed" }
  | ({ code: "step_moved" } & FromTo<number>)
  | ({ code: "step_name" } & FromTo<string | null>)
  | ({ code: "wait" } & FromTo<Wait>)
  | ({ code: "channel" } & FromTo<Step["channel"]>)
  | ({ code: "content_type" } & FromTo<Content["type"]>)
  | ({ code: "text"; field: TextField; number: number | null; words: Segment[] } & FromTo<string | null>)
  | ({ code: "template" } & FromTo<TemplateName | null>)
  | { code: "template_body" | "template_variables" | "library_template" }
  | ({ code: "template_header" } & FromTo<string | null>)
  /** Counted from 1. */
  | ({ code: "template_button"; number: number } & FromTo<string | null>)
  | ({ code: "media" } & FromTo<Media | null>)
  | ({ code: "quick_replies" } & FromTo<string[]>)
  | ({ code: "window_closed" } & FromTo<WindowClosed>)
  | ({ code: "compose" } & FromTo<Compose["mode"]>)
  | ({ code: "draft_expiry" } & FromTo<DraftExpiry>)
  | { code: "skip_rule_added" | "skip_rule_removed"; rule: SkipRule }
  | { code: "skip_rules_order" | "variants_order" | "triggers_order" }
  | { code: "variant_added" | "variant_removed" }
  /** In percent, the step's own content first. */
  | ({ code: "weights" } & FromTo<number[]>)
  | ({ code: "target" } & FromTo<SequenceDraft["target"]>)
  | ({ code: "on_reply" } & FromTo<SequenceDraft["exitRules"]["onReply"]>)
  | ({ code: "reply_does" } & FromTo<SequenceDraft["exitRules"]["replyDoes"]>)
  | ({ code: "priority" } & FromTo<SequenceDraft["priority"]>)
  | ({ code: "exclusivity_group" } & FromTo<string | null>)
  | ({ code: "on_resolution" } & FromTo<boolean>)
  | ({ code: "goal" } & FromTo<SequenceDraft["goal"]>)
  | ({ code: "sending_hours" } & FromTo<SendingHours | null>)
  | ({ code: "limit"; limit: keyof ContactLimits } & FromTo<number | null>)
  | { code: "trigger_added" | "trigger_removed"; trigger: Trigger }
  | ({ code: "reenrollment" } & FromTo<SequenceDraft["reenrollment"]>)
  | ({ code: "holdout" } & FromTo<number>)
  | ({ code: "ends_on" } & FromTo<string | null>)
  | ({ code: "assignee" } & FromTo<string | null>)
  | ({ code: "schema_version" } & FromTo<number>);

/**
 * One difference between two versions. `step` says where: its number is its place in the version after, or before when
 * it is gone. `variant` counts from 0, the step's own content; null when the change is not about one of several texts.
 */
export type Difference = {
  step: { id: string; number: number; name: string | null } | null;
  variant: number | null;
  change: Change;
};
