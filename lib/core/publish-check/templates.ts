import { isFileAddress, MAX_BUTTON_LENGTH, MAX_HEADER_LENGTH } from "../compose-template";
import { bodyVariables } from "../hsm";
import type { Content, HsmTemplate, Step } from "../model";
import type { ProblemPart, PublishContext, PublishField } from "../publish-check";
import { APPROVED, differenceOf } from "../template-check";
import { fixedText, saysFreely, textProblems } from "./texts";

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
  problems.push(...headProblems(template, field, context), ...buttonProblems(template, field, context));
  // Whoever has not chosen one yet is told so by its name alone.
  if (!context.hsmTemplates || name === "") return problems;
  const listed = context.hsmTemplates.filter((one) => one.name === name && one.language === language);
  const approved = listed.find(({ status }) => status === APPROVED);
  if (approved) {
    const differs = approved.needs && problems.length === 0 ? differenceOf(template, approved.needs) : null;
    if (differs) problems.push({ field, code: "template_differs", data: { name, language, differs } });
    return problems;
  }
  const status = listed.find((one) => one.status !== MISSING)?.status;
  if (!status) return [...problems, { field, code: "template_unknown", data: { name, language } }];
  return [...problems, { field, code: "template_unusable", data: { name, language, status } }];
}

function headProblems({ header }: HsmTemplate, field: PublishField, context: PublishContext): ProblemPart[] {
  if (!header) return [];
  const { type, value, fileName } = header;
  if (value.trim() === "") return [{ field, code: "header_empty", data: { type } }];
  const problems = [value, fileName ?? ""].flatMap((text) => textProblems(text, field, context));
  const isFixed = fixedText(value) === value;
  if (type !== "text") {
    if (!isFixed || isFileAddress(value.trim())) return problems;
    return [...problems, { field, code: "header_file", data: {} }];
  }
  const { length } = fixedText(value).trim();
  if (length <= MAX_HEADER_LENGTH) return problems;
  return [...problems, { field, code: "header_long", data: { length, most: MAX_HEADER_LENGTH } }];
}

const buttonProblems = ({ buttons = [] }: HsmTemplate, field: PublishField, context: PublishContext) =>
  buttons.flatMap(({ index, type, value }): ProblemPart[] => {
    const data = { button: index + 1 };
    // A quick reply without one answers with its own words.
    if (value.trim() === "") return type === "quick_reply" ? [] : [{ field, code: "button_empty", data }];
    const fixed = fixedText(value).trim();
    const most = MAX_BUTTON_LENGTH[type];
    const problems = textProblems(value, field, context).map(
      (part): ProblemPart => ({ ...part, data: { ...part.data, ...data } }),
    );
    if (fixed.length > most) problems.push({ field, code: "button_long", data: { ...data, most } });
    if (type === "url" && /\s/.test(fixed)) problems.push({ field, code: "button_spaces", data });
    return problems;
  });

/** Ours, for one that Meta no longer lists. */
const MISSING = "MISSING";
