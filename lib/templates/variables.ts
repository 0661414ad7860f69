import type { Tx } from "@/db/client";
import { TARGETS } from "@/lib/core/model";
import { TARGET_VARIABLES, type Variable } from "@/lib/core/variables";
import { loadVariables } from "@/lib/sequences/publish-context";

/** Those of every target: which of them a step's run has shows when the text is put into the step. */
export async function templateVariables(tx: Tx): Promise<Variable[]> {
  return [...(await loadVariables(tx)), ...TARGETS.flatMap((target) => TARGET_VARIABLES[target])];
}
