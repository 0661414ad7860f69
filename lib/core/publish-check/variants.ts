import type { Step } from "../model";
import type { ProblemPart, PublishContext, WarningPart } from "../publish-check";
import { contentProblems } from "./content";
import { wordsWarnings } from "./content-warnings";
import { hsmOf, templateProblems } from "./templates";

/**
 * What is wrong with a step's variants. The field is `variants`; `data.variant` counts the step's own content as 1,
 * and `data.part` is the field within the variant.
 */
export function variantProblems({ channel, variants }: Step, context: PublishContext): ProblemPart[] {
  return variants.flatMap(({ content }, index) => {
    const hsm = hsmOf(content);
    const wrong = [
      // The instruction is the step's, whatever its variants.
      ...contentProblems(content, { channel, compose: { mode: "static" } }, context),
      ...(hsm ? templateProblems(hsm, "template", context) : []),
    ];
    return wrong.map((part) => inVariant(part, index));
  });
}

export function variantWarnings(step: Step, context: PublishContext): WarningPart[] {
  return step.variants.flatMap(({ content }, index) =>
    wordsWarnings(content, step, context).map((part) => inVariant(part, index)),
  );
}

function inVariant<P extends ProblemPart | WarningPart>(part: P, index: number): P {
  return { ...part, field: "variants", data: { ...part.data, variant: index + 2, part: part.field } };
}
