import * as z from "zod";
import { bodyVariables } from "@/lib/core/hsm";
import type { TemplateParts, Unsupported } from "./schema";

/** Reads what Meta lists as the parts of a template. Never throws: what cannot be read is a part we do not know. */
export function templateParts(components: unknown, format: "positional" | "named"): TemplateParts {
  const parts = componentsOf(components);
  const of = (type: string) => parts.find((part) => part.type === type);
  const body = of("BODY")?.text ?? "";
  const header = of("HEADER");
  const buttons = of("BUTTONS")?.buttons ?? [];
  return {
    header: header?.format === "TEXT" ? (header.text ?? null) : null,
    body,
    footer: of("FOOTER")?.text ?? null,
    buttons: buttons.map(({ text }) => text).filter(Boolean),
    parameters: parametersOf(body, of("BODY")?.example, format),
    unsupported: parts.map(obstacleOf).find((found) => found !== null) ?? (body === "" ? "no_body" : null),
  };
}

const word = z.string().transform((written) => written.toUpperCase());
const text = z.string().optional().catch(undefined);

const exampleSchema = z
  .looseObject({
    body_text: z.array(z.array(z.string())).optional().catch(undefined),
    body_text_named_params: z
      .array(z.looseObject({ param_name: z.string(), example: z.string() }))
      .optional()
      .catch(undefined),
  })
  .optional()
  .catch(undefined);
type Example = z.infer<typeof exampleSchema>;

const UNREADABLE_BUTTON = { type: "UNKNOWN", text: "", url: undefined };

const componentSchema = z.looseObject({
  type: word,
  /** Of a header: `TEXT`, or the kind of its media. */
  format: word.default("TEXT").catch("UNKNOWN"),
  text,
  example: exampleSchema,
  buttons: z
    .array(z.looseObject({ type: word, text: z.string().catch(""), url: text }).catch(UNREADABLE_BUTTON))
    .catch([]),
});
type Component = z.infer<typeof componentSchema>;

const UNREADABLE: Component = {
  type: "UNKNOWN",
  format: "TEXT",
  text: undefined,
  example: undefined,
  buttons: [],
};

function componentsOf(components: unknown): Component[] {
  const list = Array.isArray(components) ? components : [];
  return list.map((part) => componentSchema.safeParse(part).data ?? UNREADABLE);
}

function parametersOf(body: string, example: Example, format: "positional" | "named") {
  const variables = bodyVariables(body);
  if (format === "named") {
    const examples = example?.body_text_named_params ?? [];
    return variables.map((name) => ({
      name,
      example: examples.find((each) => each.param_name === name)?.example ?? "",
    }));
  }
  // A send gives positional values from the first on, whatever the order in which the text says them.
  const count = Math.max(0, ...variables.map(Number).filter(Number.isInteger));
  const examples = example?.body_text?.[0] ?? [];
  return Array.from({ length: Math.min(count, MAX_PARAMETERS) }, (_, index) => ({
    name: null,
    example: examples[index] ?? "",
  }));
}

/** More than Meta lets a body of 1,024 characters have; a step takes twenty. */
const MAX_PARAMETERS = 100;

/** Buttons that work as they are; the others need a value with each send. */
const FIXED_BUTTONS = ["QUICK_REPLY", "URL", "PHONE_NUMBER", "VOICE_CALL"];
const hasVariable = (written: string | undefined) => /\{\{[^}]*\}\}/.test(written ?? "");

function obstacleOf({ type, format, text, buttons }: Component): Unsupported | null {
  switch (type) {
    case "BODY":
    case "FOOTER":
      return null;
    case "HEADER":
      if (format !== "TEXT") return "header_media";
      return hasVariable(text) ? "header_variables" : null;
    case "BUTTONS":
      return buttons.every((button) => FIXED_BUTTONS.includes(button.type) && !hasVariable(button.url))
        ? null
        : "buttons_with_variables";
    case "CAROUSEL":
      return "carousel";
    case "LIMITED_TIME_OFFER":
      return "limited_time_offer";
    default:
      return "unknown_part";
  }
}
