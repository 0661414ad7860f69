import { bodyVariables } from "../hsm";
import type { Content, HsmTemplate, Step } from "../model";
import type { ProblemPart, PublishContext, PublishField } from "../publish-check";
import { saysFreely, textProblems } from "./texts";

/** What is wrong with the HSM templates of a step: its own, and the one for a closed window. */
export function hsmProblems(step: Step, context: PublishContext): ProblemPart[] {
  const { content, windowClosed } = step;
  const own = hsmOf(content);
  const instead = windowClosed.do === "template" && saysFreely(step) ? windowClosed.template : null;
  return [
    ...(own ? templateProblems(own, "template", context) : []),
    ...(instead ? templateProblems(instead, "windowClosed", context) : []),
  ];
}

export const hsmOf = (content: Content): HsmTemplate | null =>
  content.type === "template" ? content.template : null;

export function templateProblems(
  template: HsmTemplate,
  field: PublishField,
  context: PublishContext,
): ProblemPart[] {
  const { name, language, body, parameters } = template;
  const problems = parameters.flatMap((parameter, index): ProblemPart[] => {
    const data = { parameter: index + 1 };
    if (parameter.trim() === "") return [{ field, code: "parameter_empty", data }];
    return textProblems(parameter, field, context).map((part) => ({
      ...part,
      data: { ...part.data, ...data },
    }));
  });
  const expected = body === undefined ? parameters.length : bodyVariables(body).length;
  const named = template.parameterNames?.length ?? parameters.length;
  if (expected !== parameters.length || named !== parameters.length) {
    const data = { expected, found: parameters.length };
    problems.push({ field, code: "parameter_count", data });
  }
  // Whoever has not chosen one yet is told so by its name alone.
  if (!context.hsmTemplates || name === "") return problems;
  const listed = context.hsmTemplates.filter((one) => one.name === name && one.language === language);
  if (listed.some(({ status }) => status === APPROVED)) return problems;
  const status = listed.find((one) => one.status !== MISSING)?.status;
  if (!status) return [...problems, { field, code: "template_unknown", data: { name, language } }];
  return [...problems, { field, code: "template_unusable", data: { name, language, status } }];
}

/** Meta's word for a template that may be sent. Others: PENDING, REJECTED, PAUSED, DISABLED, and new ones at any time. */
const APPROVED = "APPROVED";
/** Ours, for one that Meta no longer lists. */
const MISSING = "MISSING";
