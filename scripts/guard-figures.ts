import { guard } from "@/lib/core/guard/guard";
import { HELD_OUT, TABLE } from "@/lib/core/guard/table/cases";
import type { GuardCase, Planting } from "@/lib/core/guard/table/types";
import type { Finding, FindingCode } from "@/lib/core/model-maestro";
import { languageOf } from "@/lib/maestro/language";

const LEAST_CAUGHT = 0.99;
const MOST_BLOCKED = 0.02;

/** What was planted into the text as a whole is found as a whole. */
const OF_THE_WHOLE: Partial<Record<Planting["kind"], readonly FindingCode[]>> = {
  language: ["wrong_language"],
  repeat: ["repeats_earlier"],
  length: ["too_long", "too_many_segments", "empty"],
};

type Verdict = { row: GuardCase; findings: Finding[]; isRight: boolean };

function verdictOf(row: GuardCase): Verdict {
  const { text, subject, channel, language, facts, today, bannedWords, earlier, planted } = row;
  const findings = guard({
    ...{ text, subject, channel, language, facts, today, bannedWords, earlier },
    needsSubject: channel === "email",
    writtenIn: languageOf(text),
    vouched: [],
  });
  return { row, findings, isRight: planted ? isCaught(row, planted, findings) : findings.length === 0 };
}

/** Found where it was planted: anything else that is found in such a draft counts for nothing. */
function isCaught(row: GuardCase, { kind, words }: Planting, findings: readonly Finding[]): boolean {
  const codes = OF_THE_WHOLE[kind];
  return findings.some(({ code, part, from, to }) => {
    if (codes) return codes.includes(code);
    const at = (part === "subject" ? (row.subject ?? "") : row.text).indexOf(words);
    return at >= 0 && from < at + words.length && to > at;
  });
}

function report(title: string, rows: readonly GuardCase[], isTold: boolean): boolean {
  const verdicts = rows.map(verdictOf);
  const planted = verdicts.filter(({ row }) => row.planted);
  const faithful = verdicts.filter(({ row }) => !row.planted);
  const [caught, blocked] = [planted.filter(isRight).length, faithful.filter((one) => !one.isRight).length];
  const byLanguage = [...countBy(rows, ({ language }) => language)].map(
    ([name, count]) => `${count} ${name}`,
  );
  console.log(`\n${title}: ${rows.length} drafts (${byLanguage.join(", ")})`);
  console.log(`  inventions caught  ${caught} of ${planted.length} (${percent(caught, planted.length)})`);
  console.log(`  faithful blocked   ${blocked} of ${faithful.length} (${percent(blocked, faithful.length)})`);
  for (const [kind, count] of countBy(planted, ({ row }) => row.planted?.kind ?? "")) {
    const found = planted.filter((one) => one.row.planted?.kind === kind && one.isRight).length;
    console.log(`    ${kind.padEnd(14)} ${found} of ${count}`);
  }
  if (isTold) for (const one of verdicts.filter((verdict) => !verdict.isRight)) tell(one);
  return caught >= planted.length * LEAST_CAUGHT && blocked <= faithful.length * MOST_BLOCKED;
}

const isRight = (verdict: Verdict) => verdict.isRight;
const percent = (part: number, whole: number) => `${((part / Math.max(whole, 1)) * 100).toFixed(1)} %`;

function countBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

function tell({ row, findings }: Verdict): void {
  const { planted } = row;
  console.log(`\n${planted ? "MISSED " : "BLOCKED"} ${row.id}`);
  if (row.subject !== null) console.log(`  subject  ${row.subject}`);
  console.log(`  text     ${row.text.replaceAll("\n", "\n           ")}`);
  if (planted) console.log(`  planted  ${planted.words} (${planted.kind}: ${planted.why})`);
  for (const { code, words, fact } of findings)
    console.log(
      `  found    ${code} "${words.slice(0, 80)}"${fact ? `, nearest ${fact.name}: ${fact.says.slice(0, 80)}` : ""}`,
    );
}

const isGood = [
  report("The table", TABLE, true),
  report("Held out", HELD_OUT, process.argv.includes("--held-out")),
].every(Boolean);
process.exitCode = isGood ? 0 : 1;
