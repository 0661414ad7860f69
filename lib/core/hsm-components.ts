import * as z from "zod";
import { bodyVariables } from "./hsm";
import { HSM_HEADERS } from "./model";
import type { TemplateNeeds } from "./provider-facts";

/** Parts that a step cannot fill in: such a template is shown, and cannot be chosen. */
export type Unsupported =
  | "header_location"
  | "header_unknown"
  | "buttons_unknown"
  | "carousel"
  | "limited_time_offer"
  | "no_body"
  | "unknown_part";

export type TemplateParts = {
  /** Its words, with `{{1}}` or `{{name}}`; null where there are none. */
  header: string | null;
  /** With `{{1}}` or `{{name}}`; empty where there is none. */
  body: string;
  footer: string | null;
  /** In the provider's word for their type; `example` is a value for one that takes one. */
  buttons: { type: string; text: string; example: string }[];
  /** The body's variables in the order in which a send gives their values. */
  parameters: { name: string | null; example: string }[];
  headerExample: string;
  needs: TemplateNeeds;
  unsupported: Unsupported | null;
};

/** Reads what Meta lists as the parts of a template. Never throws: what cannot be read is a part we do not know. */
export function templateParts(components: unknown, format: "positional" | "named"): TemplateParts {
  const parts = componentsOf(components);
  const of = (type: string) => parts.find((part) => part.type === type);
  const body = of("BODY")?.text ?? "";
  const header = of("HEADER");
  const buttons = of("BUTTONS")?.buttons ?? [];
  const parameters = parametersOf(body, of("BODY")?.example, format);
  const unsupported =
    parts.map(obstacleOf).find((found) => found !== null) ?? (body === "" ? "no_body" : null);
  return {
    header: header?.format === "TEXT" ? (header.text ?? null) : null,
    body,
    footer: of("FOOTER")?.text ?? null,
    buttons: buttons.map(({ type, text, url, example }) => ({ type, text, example: endOf(url, example) })),
    parameters,
    headerExample: headerExample(header?.example),
    needs: {
      isNamed: format === "named",
      variables: parameters.map(({ name }, index) => name ?? String(index + 1)),
      header: headerNeed(header, format),
      buttons: buttons.map(buttonNeed),
      isUnsupported: unsupported !== null,
    },
    unsupported,
  };
}

const word = z.string().transform((written) => written.toUpperCase());
const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);
const named = z
  .array(z.looseObject({ param_name: z.string(), example: z.string() }))
  .optional()
  .catch(undefined);

const exampleSchema = z
  .looseObject({
    body_text: z.array(z.array(z.string())).optional().catch(undefined),
    body_text_named_params: named,
    header_text: texts,
    header_text_named_params: named,
  })
  .optional()
  .catch(undefined);
type Example = z.infer<typeof exampleSchema>;

const UNREADABLE_BUTTON = { type: "UNKNOWN", text: "", url: undefined, example: undefined };

const buttonSchema = z
  .looseObject({
    type: word,
    text: z.string().catch(""),
    url: text,
    /** A list of addresses, or the code to copy. */
    example: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .catch(undefined),
  })
  .catch(UNREADABLE_BUTTON);
type Button = z.infer<typeof buttonSchema>;

const componentSchema = z.looseObject({
  type: word,
  /** Of a header: `TEXT`, or the kind of its media. */
  format: word.default("TEXT").catch("UNKNOWN"),
  text,
  example: exampleSchema,
  buttons: z.array(buttonSchema).catch([]),
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

const headerExample = (example: Example): string =>
  example?.header_text?.[0] ?? example?.header_text_named_params?.[0]?.example ?? "";

function headerNeed(header: Component | undefined, format: "positional" | "named"): TemplateNeeds["header"] {
  const type = HSM_HEADERS.find((one) => one.toUpperCase() === header?.format);
  if (!header || !type) return null;
  if (type !== "text") return { type, name: null };
  const [variable] = bodyVariables(header.text ?? "");
  if (variable === undefined) return null;
  return { type, name: format === "named" ? variable : null };
}

/** Buttons that work as they are. Meta answers a quick reply with its own words unless a send says otherwise. */
const FIXED_BUTTONS = ["QUICK_REPLY", "URL", "PHONE_NUMBER", "VOICE_CALL"];
const hasVariable = (written: string | undefined) => /\{\{[^}]*\}\}/.test(written ?? "");

function buttonNeed({ type, url }: Button): TemplateNeeds["buttons"][number] {
  if (type === "COPY_CODE") return { type: "copy_code", isRequired: true };
  if (type === "URL" && hasVariable(url)) return { type: "url", isRequired: true };
  return { type: type === "QUICK_REPLY" ? "quick_reply" : null, isRequired: false };
}

/** Of the example of a button's address only what stands in for its variable. */
function endOf(url: string | undefined, example: Button["example"]): string {
  const whole = typeof example === "string" ? example : (example?.[0] ?? "");
  const start = url?.split("{{")[0] ?? "";
  return start !== "" && whole.startsWith(start) ? whole.slice(start.length) : whole;
}

function obstacleOf({ type, format, buttons }: Component): Unsupported | null {
  switch (type) {
    case "BODY":
    case "FOOTER":
      return null;
    case "HEADER":
      if (format === "LOCATION") return "header_location";
      return HSM_HEADERS.some((one) => one.toUpperCase() === format) ? null : "header_unknown";
    case "BUTTONS":
      return buttons.every((button) => FIXED_BUTTONS.includes(button.type) || button.type === "COPY_CODE")
        ? null
        : "buttons_unknown";
    case "CAROUSEL":
      return "carousel";
    case "LIMITED_TIME_OFFER":
      return "limited_time_offer";
    default:
      return "unknown_part";
  }
}
