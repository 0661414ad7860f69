import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const FILE = fileURLToPath(
  new URL("../../../shared/conformance/whatsapp/business-messaging-api_v23.0.yaml", import.meta.url),
);

/** False where the repository is checked out alone; then requests are taken without a check. */
export const hasOpenApi = existsSync(FILE);

/** Said by tests that need Meta's file and do not find it. */
export const OPENAPI_MISSING = `Meta's OpenAPI file is not at ${FILE}: requests are not checked against it`;

type Json = { [key: string]: unknown };
type Schemas = Record<string, Json>;

let loaded: { schemas: Schemas; paths: Json; ajv: Ajv2020 } | null = null;

/** Reads the file, which takes a moment: before anything is timed. Nothing happens where it is missing. */
export function prepareOpenApi(): void {
  if (hasOpenApi) load();
}

function load() {
  if (loaded) return loaded;
  const document = parse(readFileSync(FILE, "utf8")) as { components: { schemas: Schemas }; paths: Json };
  const { schemas } = document.components;
  for (const { bridge } of KNOWN_GAPS) bridge(schemas);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "https://meta.invalid/openapi", components: { schemas } });
  loaded = { schemas, paths: document.paths, ajv };
  return loaded;
}

/** Where Meta's description is wrong or older than the API; nothing else of it is loosened. */
const KNOWN_GAPS: { gap: string; bridge(schemas: Schemas): void }[] = [
  {
    gap: "messages forbid, in one part of their allOf, every field of the other part and biz_opaque_callback_data",
    bridge: (schemas) => {
      for (const kind of ["Text", "Image", "Document", "Audio", "Video", "Interactive"]) {
        for (const part of partsOf(schemas, `${kind}Message`)) delete part.additionalProperties;
      }
    },
  },
  {
    gap: "the pattern of a button's index refuses 0 and 1",
    bridge: (schemas) => {
      for (const owner of [schemas.TemplateComponent, ...partsOf(schemas, "ButtonComponent")]) {
        const index = (owner?.properties as Record<string, Json> | undefined)?.index;
        if (index) delete index.pattern;
      }
    },
  },
  {
    gap: "a message needs `to`, although `recipient` may take its place since 2026",
    bridge: ({ BaseMessageProperties: base }) => {
      if (!base) return;
      base.required = (base.required as string[]).filter((name) => name !== "to");
      base.anyOf = [{ required: ["to"] }, { required: ["recipient"] }];
    },
  },
];

const partsOf = (schemas: Schemas, name: string) => (schemas[name]?.allOf ?? []) as Json[];

/** What Meta's description has against the body of `POST /messages`; empty when nothing. */
export function violationsOf(body: unknown): string[] {
  if (!isObject(body)) return ["the body is no object"];
  const name = byDiscriminator("Message", body.type);
  if (!name) return [`unknown message type ${String(body.type)}`];
  return [...check(name, body), ...templateViolations(body.template)];
}

/** The description leaves the parts of a template to discriminators, which JSON Schema does not follow by itself. */
function templateViolations(template: unknown): string[] {
  const components = isObject(template) && Array.isArray(template.components) ? template.components : [];
  return components.flatMap((component: Json) => {
    const name = byDiscriminator("TemplateComponent", component.type);
    const parameters = Array.isArray(component.parameters) ? component.parameters : [];
    const ofParameters = component.type === "button" ? [] : parameters.flatMap(parameterViolations);
    return [...(name ? check(name, component) : ["unknown component"]), ...ofParameters];
  });
}

function parameterViolations(parameter: Json): string[] {
  const name = byDiscriminator("ParameterObject", parameter.type);
  return name ? check(name, parameter) : [`unknown parameter type ${String(parameter.type)}`];
}

function byDiscriminator(schema: string, value: unknown): string | null {
  const { mapping } = (load().schemas[schema]?.discriminator ?? {}) as { mapping?: Record<string, string> };
  return mapping?.[String(value)]?.split("/").at(-1) ?? null;
}

const validators = new Map<string, ValidateFunction>();

function check(name: string, value: unknown): string[] {
  const { ajv } = load();
  const validate =
    validators.get(name) ?? ajv.compile({ $ref: `https://meta.invalid/openapi#/components/schemas/${name}` });
  validators.set(name, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${name}${error.instancePath}: ${error.message}`);
}

/** What Meta's description has against an answer of `GET /{WABA id}/message_templates`; empty when nothing. */
export function listingViolationsOf(answer: unknown): string[] {
  const { get } = load().paths["/{Version}/{WABA-ID}/message_templates"] as { get: Json };
  const responses = get.responses as Record<string, { content: Record<string, Json> }>;
  const schema = responses["200"]?.content["application/json"]?.schema;
  if (!isObject(schema)) return ["the description has no schema of the answer"];
  const validate = load().ajv.compile(schema);
  if (validate(answer)) return [];
  return (validate.errors ?? []).map((error) => `listing${error.instancePath}: ${error.message}`);
}

/** The answer to `GET /{WABA id}/message_templates` among the examples of Meta's description. */
export function templateListingExample(): unknown {
  const { get } = load().paths["/{Version}/{WABA-ID}/message_templates"] as { get: Json };
  const responses = get.responses as Record<string, { content: Record<string, Json> }>;
  const examples = responses["200"]?.content["application/json"]?.examples as Record<
    string,
    { value: unknown }
  >;
  return examples["Example response"]?.value;
}

/** The webhook deliveries among the examples of Meta's description. */
export function webhookExamples(): { name: string; value: unknown }[] {
  const { post } = load().paths["/whatsapp/webhooks"] as {
    post: { requestBody: { content: Record<string, Json> } };
  };
  const examples = post.requestBody.content["application/json"]?.examples as Record<
    string,
    { value: unknown }
  >;
  return Object.entries(examples).map(([name, { value }]) => ({ name, value }));
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
