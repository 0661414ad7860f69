import type { SqlTx } from "@/db/client";
import type { Facts } from "@/lib/core/facts";

/** Who is responsible for a run, as texts may name them. Null for nobody, and for one who has left. */
export async function agentOf(tx: SqlTx, assigneeId: string | null): Promise<Facts["agent"]> {
  if (!assigneeId) return null;
  const [row] = await tx<
    { name: string; email: string }[]
  >`select name, email from users where id = ${assigneeId}`;
  return row ?? null;
}
