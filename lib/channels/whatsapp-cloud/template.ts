import type { OutboundContent } from "@/lib/core/facts";
import type { HsmButton, HsmHeader } from "@/lib/core/model";

type Template = Extract<OutboundContent, { type: "template" }>;
type Component = { type: string; parameters: object[] };

/**
 * The part of a message's body that names a template and gives its values, positional or by name as the template wants
 * them. Source: Meta's API description v23.0; `parameter_name` and `copy_code` from its documentation.
 */
export function templateContent(content: Template): Record<string, unknown> {
  const { name, language, header, buttons = [] } = content;
  const components: Component[] = [
    ...(header ? [{ type: "header", parameters: [headerParameter(header)] }] : []),
    ...bodyComponent(content),
    ...buttons.map(buttonComponent),
  ];
  return {
    type: "template",
    template: {
      name,
      language: { policy: "deterministic", code: language },
      ...(components.length > 0 && { components }),
    },
  };
}

function bodyComponent({ parameters, parameterNames }: Template): Component[] {
  if (parameters.length === 0) return [];
  const body = parameters.map((text, index) => textParameter(text, parameterNames?.[index]));
  return [{ type: "body", parameters: body }];
}

function headerParameter({ type, value, name, fileName }: HsmHeader): object {
  if (type === "text") return textParameter(value, name);
  const file = /^\d+$/.test(value) ? { id: value } : { link: value };
  return { type, [type]: { ...file, ...(type === "document" && fileName && { filename: fileName }) } };
}

const BUTTON_PARAMETERS: Record<HsmButton["type"], (value: string) => object> = {
  url: (text) => ({ type: "text", text }),
  quick_reply: (payload) => ({ type: "payload", payload }),
  copy_code: (code) => ({ type: "coupon_code", coupon_code: code }),
};

const buttonComponent = ({ index, type, value }: HsmButton) => ({
  ...{ type: "button", sub_type: type, index: String(index) },
  parameters: [BUTTON_PARAMETERS[type](value)],
});

/** Meta refuses parameters with line breaks, tabs or more than four spaces in a row (132018). */
const textParameter = (text: string, name: string | undefined) => ({
  type: "text",
  ...(name !== undefined && { parameter_name: name }),
  text: text.replace(/\s*[\r\n\t]+\s*/g, " ").replace(/ {5,}/g, "    "),
});
