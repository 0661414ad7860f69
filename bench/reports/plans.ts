import type { Sql } from "postgres";
import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Statement } from "./watched";

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  Plans?: Node[];
};

export type Plan = { text: string; ms: number; scans: string[]; plan: unknown };

/** The indexes of partitions by the names of those of the whole table. */
export async function wholeIndexes(sql: Sql): Promise<Map<string, string>> {
  const rows = await sql<{ part: string; whole: string }[]>`
    select c.relname as part, p.relname as whole from pg_inherits i
    join pg_class c on c.oid = i.inhrelid and c.relkind = 'i' join pg_class p on p.oid = i.inhparent`;
  return new Map(rows.map(({ part, whole }) => [part, whole]));
}

/** How the database goes about the statements of one question, bound by row-level security as they were. */
export async function plansOf(
  accountId: AccountId,
  statements: readonly Statement[],
  whole: Map<string, string>,
): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const { text, parameters } of statements) {
    if (!/^\s*(select|with)\b/i.test(text) || /set_config|pg_notify/.test(text)) continue;
    const found = await explained(accountId, text, parameters).catch((error: Error) => error);
    if (found instanceof Error)
      plans.push({ text, ms: 0, scans: [`not explained: ${found.message}`], plan: null });
    else plans.push({ text, ms: found.ms, scans: scansOf(found.root, whole), plan: found.root });
  }
  return plans;
}

const explained = (accountId: AccountId, text: string, parameters: unknown[]) =>
  withAccountSql(accountId, async (tx) => {
    await tx`set local statement_timeout = '60s'`;
    const [row] = await tx.unsafe<{ "QUERY PLAN": [{ Plan: Node; "Execution Time": number }] }[]>(
      `explain (analyze, timing off, format json) ${text}`,
      parameters as never[],
    );
    const [answer] = row?.["QUERY PLAN"] ?? [];
    if (!answer) throw new Error("no plan");
    return { root: answer.Plan, ms: answer["Execution Time"] };
  });

/** Each way in which a table is read, once, with how many rows came out of it. */
function scansOf(root: Node, whole: Map<string, string>): string[] {
  const rows = new Map<string, number>();
  const walk = (node: Node) => {
    const name = nameOf(node, whole);
    const count = (node["Actual Rows"] ?? 0) * (node["Actual Loops"] ?? 1);
    if (name) rows.set(name, (rows.get(name) ?? 0) + count);
    for (const child of node.Plans ?? []) walk(child);
  };
  walk(root);
  return [...rows].map(([name, count]) => `${name} (${Math.round(count)})`);
}

function nameOf(node: Node, whole: Map<string, string>): string | null {
  const type = node["Node Type"];
  const index = node["Index Name"];
  if (index) return `${SHORT[type] ?? type} ${whole.get(index) ?? index}`;
  if (type === "Seq Scan")
    return `Seq ${(node["Relation Name"] ?? "").replace(/_(\d{4}_\d\d|default)$/, "")}`;
  return null;
}

const SHORT: Record<string, string> = {
  "Index Scan": "Index",
  "Index Only Scan": "Index only",
  "Bitmap Index Scan": "Bitmap",
};

/** The plans of one question in one line. */
export const inOneLine = (plans: readonly Plan[]): string =>
  [...new Set(plans.flatMap(({ scans }) => scans))].join(", ");
