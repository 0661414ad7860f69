import { frameOf } from "@/lib/core/hsm";
import type { HsmButton, HsmHeader, HsmTemplate } from "@/lib/core/model";
import type { TemplateNeeds } from "@/lib/core/provider-facts";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";

/** Of a step; Meta's longest bodies stay below it. */
export const MAX_PARAMETERS = 20;

/** Why a template of the list cannot be chosen; null when it can. */
export function obstacleOf(listed: HsmTemplateListed): string | null {
  if (listed.missingAt) return "missing";
  if (listed.status !== "APPROVED") return "status";
  if (listed.parameters.length > MAX_PARAMETERS) return "parameters";
  return listed.unsupported;
}

/** What a step keeps of a chosen template. Values that were typed for the one before stay at their places. */
export function chosenTemplate(listed: HsmTemplateListed, before: HsmTemplate): HsmTemplate {
  const { name, language, body, parameters, needs } = listed;
  const frame = frameOf(listed);
  const names = parameters.flatMap((parameter) => (parameter.name === null ? [] : [parameter.name]));
  const typedFor = (parameterName: string | null, index: number) => {
    const place = parameterName === null ? index : (before.parameterNames?.indexOf(parameterName) ?? -1);
    return before.parameters[place] ?? "";
  };
  return {
    name,
    language,
    parameters: parameters.map((parameter, index) => typedFor(parameter.name, index)),
    ...(names.length > 0 && { parameterNames: names }),
    ...(needs.header && { header: headOf(needs.header, before.header) }),
    ...buttonsOf(listed, before),
    body,
    ...(frame && { frame }),
  };
}

function headOf(
  { type, name }: NonNullable<TemplateNeeds["header"]>,
  before: HsmTemplate["header"],
): HsmHeader {
  const typed = before?.type === type ? before : undefined;
  return {
    ...{ type, value: typed?.value ?? "" },
    ...(name !== null && { name }),
    ...(type === "document" && typed?.fileName && { fileName: typed.fileName }),
  };
}

/** Those that need a value, and the quick replies that were given one. */
function buttonsOf({ needs }: HsmTemplateListed, before: HsmTemplate): Pick<HsmTemplate, "buttons"> {
  const buttons = needs.buttons.flatMap(({ type, isRequired }, index): HsmButton[] => {
    if (type === null) return [];
    const typed = before.buttons?.find((one) => one.index === index && one.type === type);
    return isRequired || typed ? [{ index, type, value: typed?.value ?? "" }] : [];
  });
  return buttons.length > 0 ? { buttons } : {};
}

/** By every word somewhere in its name, body, language or category. */
export function matchesWords(listed: HsmTemplateListed, words: string): boolean {
  const text = [listed.name, listed.body, listed.language, listed.category].join(" ").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
