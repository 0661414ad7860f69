import * as z from "zod";
import { callHttp, type HttpAnswer, type HttpFailure } from "@/lib/channels/call-http";
import type { DriverInbox, ProviderTemplate, TemplateListing } from "@/lib/channels/driver";
import { outcomeOf } from "./answer";
import type { WhatsappConfig, WhatsappSecrets } from "./config";

const FIELDS = "name,language,status,category,components,quality_score,parameter_format,id";
/** Of the largest templates, a page stays well below what `callHttp` takes. */
const PAGE_SIZE = 50;
/** Meta allows 6,000 templates of a few languages; an endpoint with more pages never ends. */
const MAX_PAGES = 500;

/**
 * `GET /{WABA id}/message_templates`, page by page, or nothing: half a list would look as if the rest had vanished.
 * Only the cursor of the next page is followed; its ready-made address carries the token and could lead anywhere.
 */
export async function listTemplates(
  { config }: DriverInbox<WhatsappConfig, WhatsappSecrets>,
  headers: Record<string, string>,
  timeoutMs: number,
): Promise<TemplateListing> {
  if (!config.businessAccountId) return { kind: "unconfigured", field: "businessAccountId" };
  const address = `${config.baseUrl}/${config.apiVersion}/${config.businessAccountId}/message_templates`;
  const templates = new Map<string, ProviderTemplate>();
  const seen = new Set<string>();
  let after = "";
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ fields: FIELDS, limit: String(PAGE_SIZE), ...(after && { after }) });
    const result = await callHttp({ method: "GET", url: `${address}?${query}`, headers, timeoutMs });
    const read = pageOf(result);
    if (!read) return failureOf(result);
    // A template that moved between two pages is listed twice.
    for (const each of templatesOf(read.data)) templates.set(`${each.name} ${each.language}`, each);
    after = read.paging?.cursors?.after ?? "";
    if (read.data.length === 0 || after === "" || seen.has(after)) {
      return { kind: "listed", templates: [...templates.values()] };
    }
    seen.add(after);
  }
  return {
    kind: "failed",
    isTemporary: false,
    code: "too_many",
    detail: "The list of templates does not end",
  };
}

const text = z.string().min(1).max(1_000);

const idText = z.union([z.string().max(100), z.number()]).transform(String);

/** Only name and language must be there; whatever else is missing or new must not lose the list. */
const templateSchema = z
  .looseObject({
    name: text,
    language: text,
    status: text.catch("UNKNOWN"),
    category: text.catch("UNKNOWN"),
    components: z.array(z.unknown()).catch([]),
    quality_score: z.looseObject({ score: text }).nullish().catch(null),
    parameter_format: z.string().optional().catch(undefined),
    id: idText.nullish().catch(null),
  })
  .transform(
    ({
      name,
      language,
      status,
      category,
      components,
      quality_score,
      parameter_format,
      id,
    }): ProviderTemplate => ({
      providerId: id ?? null,
      ...{ name, language, status, category, components },
      quality: quality_score?.score ?? null,
      parameterFormat: parameter_format?.toLowerCase() === "named" ? "named" : "positional",
    }),
  );

const templatesOf = (data: unknown[]): ProviderTemplate[] =>
  data.flatMap((item) => templateSchema.safeParse(item).data ?? []);

const pageSchema = z.looseObject({
  data: z.array(z.unknown()),
  paging: z.looseObject({ cursors: z.looseObject({ after: z.string().optional() }).optional() }).optional(),
});

function pageOf(result: HttpAnswer | HttpFailure): z.infer<typeof pageSchema> | null {
  if (result.kind === "failure" || result.status !== 200) return null;
  try {
    return pageSchema.safeParse(JSON.parse(result.body)).data ?? null;
  } catch {
    return null;
  }
}

/** The table of errors is that of sending. Reading twice does no harm, so what it leaves open may be tried again. */
function failureOf(result: HttpAnswer | HttpFailure): TemplateListing {
  const outcome = outcomeOf(result);
  if (outcome.kind === "accepted") {
    const detail = "The provider's answer could not be understood";
    return { kind: "failed", isTemporary: true, code: "nonsense", detail };
  }
  const { code, detail } = outcome;
  return { kind: "failed", isTemporary: outcome.kind !== "refused", code, detail };
}
