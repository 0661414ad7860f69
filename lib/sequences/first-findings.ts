import "server-only";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceDraft } from "@/lib/core/model";
import { namesOf } from "@/lib/core/variables";
import { type DraftFindings, draftFindings, variablesToCount } from "./draft-check";
import { countMissingValues } from "./missing-values";
import type { EditorContext, MissingValues } from "./schema";

/** What is wrong with a draft as it is opened, so that the page need not bring the check along before anybody edits. */
export type FirstFindings = { findings: DraftFindings; missing: MissingValues };

export async function firstFindings(
  accountId: AccountId,
  draft: SequenceDraft,
  context: EditorContext,
): Promise<FirstFindings> {
  const known = { ...context, knownVariables: namesOf(context.variables) };
  const uncounted = draftFindings(draft, known);
  const asked = variablesToCount(uncounted);
  if (asked.length === 0) return { findings: uncounted, missing: {} };
  const missing = await countMissingValues(accountId, asked);
  const counts = new Map(Object.entries(missing).map(([name, value]) => [name, value.missing]));
  return { findings: draftFindings(draft, { ...known, missing: counts }), missing };
}
