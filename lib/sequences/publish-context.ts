import { isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attributeDefinitions, contacts, inboxes, maestroSettings, moduleSettings } from "@/db/schema/tables";
import { accountZone } from "@/lib/core/effective-zone";
import type { AccountFacts } from "@/lib/core/facts";
import { moduleSettingsSchema } from "@/lib/core/model-schemas";
import type { PublishContext } from "@/lib/core/publish-check";
import { namesOf, type Variable, type VariableType, variablesWith } from "@/lib/core/variables";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import { inboxTraits } from "@/lib/engine/inbox-traits";
import { AppError } from "@/lib/errors";
import { loadHsmStatuses } from "@/lib/hsm-templates/data";

/** How many of the newest contacts tell which attributes an account has: imports bring the same ones again. */
const ATTRIBUTE_SAMPLE = 20_000;

/** Everything that the check before publishing asks of the account. Throws `unavailable` without settings. */
export async function loadPublishContext(tx: Tx, now?: Date): Promise<PublishContext> {
  const [row] = await tx.select({ settings: moduleSettings.settings }).from(moduleSettings);
  if (!row) throw new AppError("unavailable");
  const settings = moduleSettingsSchema.parse(row.settings);
  return {
    knownVariables: namesOf(await loadVariables(tx)),
    inboxes: await loadInboxTraits(tx),
    settings: { sendingHours: settings.sendingHours, limits: settings.limits },
    hsmTemplates: await loadHsmStatuses(tx),
    hasMaestro: await loadHasMaestro(tx),
    today: now && isoDateOf(toLocalMs(now.getTime(), accountZone(settings))),
  };
}

/** Whether Maestro is switched on. */
export async function loadHasMaestro(tx: Tx): Promise<boolean> {
  const [row] = await tx.select({ isOn: maestroSettings.isOn }).from(maestroSettings);
  return row?.isOn === true;
}

/** In the account's order of preference. */
export async function loadInboxTraits(tx: Tx) {
  const rows = await tx
    .select({ id: inboxes.id, name: inboxes.name, channel: inboxes.channel, provider: inboxes.provider })
    .from(inboxes)
    .where(isNull(inboxes.archivedAt))
    .orderBy(inboxes.position, inboxes.id);
  return rows.map(({ provider, ...inbox }) => ({ ...inbox, ...inboxTraits(provider) }));
}

/** The built-in variables and one for each attribute that the account has defined or that contacts have. */
export async function loadVariables(tx: Tx): Promise<Variable[]> {
  const { key, label, type, archivedAt, position } = attributeDefinitions;
  const defined = await tx
    .select({ key, label, type, archivedAt })
    .from(attributeDefinitions)
    .orderBy(position);
  const rows = await tx.execute<{ key: string; type: string }>(sql`
    select key, mode() within group (order by jsonb_typeof(value)) as type
    from (select attributes from ${contacts} where deleted_at is null order by id desc limit ${ATTRIBUTE_SAMPLE}) c,
      jsonb_each(c.attributes)
    where jsonb_typeof(value) <> 'null'
    group by key order by key limit 200`);
  const inUse = new Set(rows.map((row) => row.key));
  // An archived one is known as long as contacts have it.
  const offered = defined.filter((one) => one.archivedAt === null || inUse.has(one.key));
  const free = rows.filter((row) => !defined.some((one) => one.key === row.key));
  return variablesWith([
    ...offered,
    ...free.map((row) => ({ key: row.key, label: row.key.replaceAll("_", " "), type: typeOf(row.type) })),
  ]);
}

/** How texts say the attributes, by their keys; also archived ones, which contacts and texts may still have. */
export async function loadAttributeTypes(tx: Tx): Promise<AccountFacts["attributeTypes"]> {
  const { key, type } = attributeDefinitions;
  const rows = await tx.select({ key, type }).from(attributeDefinitions);
  return Object.fromEntries(rows.map((row) => [row.key, row.type]));
}

function typeOf(jsonType: string): VariableType {
  if (jsonType === "number") return "number";
  return jsonType === "boolean" ? "checkbox" : "text";
}
