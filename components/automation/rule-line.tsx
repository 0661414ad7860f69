"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Switch } from "@/components/ui/switch";
import { TableCell, TableRow } from "@/components/ui/table";
import type { RuleOptions } from "@/lib/automation/context";
import type { RuleRow } from "@/lib/automation/data";
import { MAX_COUNTED } from "@/lib/keyset";
import { RuleActs } from "./rule-acts";
import { useRuleActs } from "./use-rule-acts";
import { useRuleWords } from "./use-rule-words";

type RuleLineProps = { account: string; row: RuleRow; options: RuleOptions; canManage: boolean };

/** One rule, said as a sentence. */
export function RuleLine({ account, row, options, canManage }: RuleLineProps) {
  const t = useTranslations("automation.list");
  const { eventOf, conditionsOf, actionOf } = useRuleWords(options);
  const acts = useRuleActs(account, row);
  const conditions = conditionsOf(row.trigger);
  const sentence = [
    t("when", { event: eventOf(row.trigger) }),
    ...(conditions ? [t("if", { conditions })] : []),
  ].join(", ");
  const followed =
    row.followed > MAX_COUNTED ? t("over", { count: MAX_COUNTED }) : t("followed", { count: row.followed });
  return (
    <TableRow>
      {!row.isArchived && (
        <TableCell>
          <Switch
            aria-label={t("switch", { name: row.name })}
            checked={acts.isOn}
            disabled={!canManage}
            onCheckedChange={acts.switchTo}
          />
        </TableCell>
      )}
      <TableCell className="max-w-160 whitespace-normal">
        <Link href={`/${account}/automation/rules/${row.id}`} className="font-medium hover:underline">
          {row.name}
        </Link>
        <p className="text-muted-foreground text-xs">
          {sentence} → {row.actions.map(actionOf).join(", ")}
        </p>
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">
        <Link
          href={`/${account}/automation/log?rule=${row.id}`}
          className="text-muted-foreground hover:text-foreground hover:underline"
        >
          {followed}
        </Link>
        {row.failed > 0 && (
          <Link
            href={`/${account}/automation/log?rule=${row.id}&status=failed`}
            className="ml-2 text-red hover:underline"
          >
            {t("failed", { count: row.failed })}
          </Link>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground max-lg:hidden">
        {row.lastAt ? <RelativeTime at={row.lastAt} /> : t("never")}
      </TableCell>
      <TableCell className="w-10 text-right">
        <RuleActs {...{ account, row, acts, canManage }} />
      </TableCell>
    </TableRow>
  );
}
