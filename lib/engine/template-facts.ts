import type { SqlTx } from "@/db/client";
import { templateParts } from "@/lib/core/hsm-components";
import type { HsmTemplate, SequenceSnapshot } from "@/lib/core/model";
import type { TemplateFacts } from "@/lib/core/provider-facts";

/** What is known of the HSM templates that any step of these versions names, in one look; nothing where none does. */
export async function loadTemplateFacts(tx: SqlTx, snapshots: SequenceSnapshot[]): Promise<TemplateFacts[]> {
  const names = [...new Set(snapshots.flatMap(namesOf))];
  if (names.length === 0) return [];
  const rows = await tx<Row[]>`
    select inbox_id as "inboxId", name, language, status, category, missing_at is not null as "isMissing",
      changed_at as "changedAt", parameter_format as "parameterFormat", components
    from hsm_templates where name = any(${names})`;
  return rows.map(({ parameterFormat, components, ...row }) => ({
    ...row,
    needs: templateParts(components, parameterFormat).needs,
  }));
}

type Row = Omit<TemplateFacts, "needs"> & { parameterFormat: "positional" | "named"; components: unknown };

/** By snapshot, which the engine keeps between batches. */
const known = new WeakMap<SequenceSnapshot, string[]>();

function namesOf(snapshot: SequenceSnapshot): string[] {
  const names = known.get(snapshot) ?? templatesOf(snapshot).map(({ name }) => name);
  known.set(snapshot, names);
  return names;
}

function templatesOf({ steps }: SequenceSnapshot): HsmTemplate[] {
  return steps.flatMap(({ content, variants, windowClosed }) => {
    const contents = [content, ...variants.map((variant) => variant.content)];
    const own = contents.flatMap((one) => (one.type === "template" ? [one.template] : []));
    return windowClosed.do === "template" ? [...own, windowClosed.template] : own;
  });
}
