import type { Content, SequenceDraft, Step } from "@/lib/core/model";
import { FILE_FORMAT, FILE_VERSION } from "./schema";

/** The file of a sequence, as the object that is written as JSON. What belongs to the account alone is left out. */
export function sequenceFileOf(
  sequence: { name: string; description: string; tags: string[]; draft: SequenceDraft },
  now: Date,
) {
  const { name, description, tags } = sequence;
  const { defaultAssigneeId: _, ...draft } = sequence.draft;
  return {
    format: FILE_FORMAT,
    schemaVersion: FILE_VERSION,
    exportedAt: now.toISOString(),
    ...{ name, description, tags },
    draft: { ...draft, steps: draft.steps.map(withoutAccount) },
  };
}

const withoutAccount = (step: Step): Step => ({
  ...step,
  content: withoutTemplate(step.content),
  variants: step.variants.map((variant) => ({ ...variant, content: withoutTemplate(variant.content) })),
});

function withoutTemplate(content: Content): Content {
  if (content.type === "template") return content;
  const { templateId: _, ...kept } = content;
  return kept;
}

/** A name that every file system takes: letters, digits and dashes, from the sequence's own name. */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return `${plain || "sequence"}.sequence.json`;
}
