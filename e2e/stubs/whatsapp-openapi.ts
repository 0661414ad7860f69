import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { GRAPH_PARAMETERS, KNOWN_GAPS, type Schemas } from "./whatsapp-openapi-gaps";

const FILE = fileURLToPath(
  new URL("../../../shared/conformance/whatsapp/business-messaging-api_v23.0.yaml", import.meta.url),
);

/** False where the repository is checked out alone; then requests are taken without a check. */
export const hasOpenApi = existsSync(FILE);

/** Said by tests that need Meta's file and do not find it. */
export const OPENAPI_MISSING = `Meta's OpenAPI file is not at ${FILE}: requests are not checked against it`;

type Json = { [key: string]: unknown };

type Loaded = { schemas: Schemas; paths: Record<string, Json>; parameters: Schemas; ajv: Ajv2020 };

let read: { components: { schemas: Schemas; parameters: Schemas }; paths: Record<string, Json> } | null =
  null;
const loaded = new Map<string, Loaded>();

/** Reads the file, which takes a moment: before anything is timed. Nothing happens where it is missing. */
export function prepareOpenApi(): void {
  if (hasOpenApi) load();
}

/** The description with its known gaps closed, all but one. */
function load(butFor = ""): Loaded {
  const known = loaded.get(butFor);
  if (known) return known;
  read ??= parse(readFileSync(FILE, "utf8")) as typeof read & object;
  const { components, paths } = structuredClone(read);
  const { schemas, parameters } = components;
  for (const { name, bridge } of KNOWN_GAPS) if (name !== butFor) bridge(schemas);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "https://meta.invalid/openapi", components: { schemas } });
  const ready = { schemas, paths, parameters, ajv };
  loaded.set(butFor, ready);
  return ready;
}

/**
 * What Meta's description has against the body of `POST /messages`; empty when nothing. `butFor` names a known gap that
 * is left as it is.
 */
export function violationsOf(body: unknown, butFor = ""): string[] {
  if (!isObject(body)) return ["the body is no object"];
  const name = byDiscriminator("Message", body.type, butFor);
  if (!name) return [`unknown message type ${String(body.type)}`];
  return [...check(name, body, butFor), ...templateViolations(body.template, butFor)];
}

/** The description leaves the parts of a template to discriminators, which JSON Schema does not follow by itself. */
function templateViolations(template: unknown, butFor: string): string[] {
  const components = isObject(template) && Array.isArray(template.components) ? template.components : [];
  return components.flatMap((component: Json) => {
    const name = byDiscriminator("TemplateComponent", component.type, butFor);
    const parameters = Array.isArray(component.parameters) ? component.parameters : [];
    const kind = component.type === "button" ? "ButtonParameterObject" : "ParameterObject";
    const ofParameters = parameters.flatMap((one: Json) => parameterViolations(kind, one, butFor));
    return [...(name ? check(name, component, butFor) : ["unknown component"]), ...ofParameters];
  });
}

function parameterViolations(kind: string, parameter: Json, butFor: string): string[] {
  const name = byDiscriminator(kind, parameter.type, butFor);
  return name ? check(name, parameter, butFor) : [`unknown parameter type ${String(parameter.type)}`];
}

function byDiscriminator(schema: string, value: unknown, butFor: string): string | null {
  const { mapping } = (load(butFor).schemas[schema]?.discriminator ?? {}) as {
    mapping?: Record<string, string>;
  };
  return mapping?.[String(value)]?.split("/").at(-1) ?? null;
}

const validators = new Map<string, ValidateFunction>();

function check(name: string, value: unknown, butFor: string): string[] {
  const $ref = `https://meta.invalid/openapi#/components/schemas/${name}`;
  const key = `${butFor} ${name}`;
  const validate = validators.get(key) ?? load(butFor).ajv.compile({ $ref });
  validators.set(key, validate);
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

/** Every answer among the examples of Meta's description. */
export function answerExamples(): {
  name: string;
  method: string;
  path: string;
  status: number;
  value: unknown;
}[] {
  return Object.entries(load().paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const { responses = {} } = isObject(operation) ? operation : {};
      return Object.entries(responses as Record<string, { content?: Record<string, Json> }>).flatMap(
        ([status, { content = {} }]) =>
          Object.values(content).flatMap((media) => {
            const named = Object.entries((media.examples ?? {}) as Record<string, { value: unknown }>);
            const examples =
              "example" in media ? [...named, ["example", { value: media.example }] as const] : named;
            return examples.map(([name, { value }]) => ({
              name,
              method,
              path,
              status: Number(status),
              value,
            }));
          }),
      );
    }),
  );
}

/** What Meta's description has against a request that reads: a path or a parameter that it does not know. */
export function readingViolationsOf(url: string, object: "Phone-Number-ID" | "Media-ID"): string[] {
  const { pathname, searchParams } = new URL(url, "https://meta.invalid");
  const [, , , part] = pathname.split("/");
  const path = part ? `/{Version}/{WABA-ID}/${part}` : `/{Version}/{${object}}`;
  const { paths, parameters } = load();
  const operation = paths[path]?.get;
  if (!isObject(operation)) return [`unknown path ${path}`];
  const own = [...((paths[path]?.parameters ?? []) as Json[]), ...((operation.parameters ?? []) as Json[])];
  const known = own.map(({ $ref, name }) =>
    typeof $ref === "string" ? parameters[$ref.split("/").at(-1) ?? ""]?.name : name,
  );
  const allowed = [...known, ...(GRAPH_PARAMETERS[path] ?? [])];
  return [...searchParams.keys()]
    .filter((name) => !allowed.includes(name))
    .map((name) => `${path}: unknown ${name}`);
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
