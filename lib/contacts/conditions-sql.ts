import type { PendingQuery, Row } from "postgres";
import type { SqlTx } from "@/db/client";
import type { Condition } from "@/lib/core/model";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { fieldOf } from "./filter-fields";

type Sql = PendingQuery<Row[]>;

/**
 * SQL over `contacts c` that is true exactly where `matches` of lib/core/conditions.ts is, with dates by the days of
 * `zone`. A field with several values (tags, channels, sequences) contains what one of them equals. Every value is a
 * parameter.
 */
export function meets(tx: SqlTx, { match, conditions, groups = [] }: ConditionGroups, zone: string): Sql {
  const parts = [
    ...conditions.map((condition) => holds(tx, condition, zone)),
    ...groups.filter((group) => group.conditions.length > 0).map((group) => meets(tx, group, zone)),
  ];
  const [first, ...rest] = parts;
  if (!first) return tx`true`;
  const joined = rest.reduce(
    (all, part) => (match === "all" ? tx`${all} and ${part}` : tx`${all} or ${part}`),
    first,
  );
  return tx`(${joined})`;
}

function holds(tx: SqlTx, condition: Condition, zone: string): Sql {
  const field = fieldOf(tx, condition.variable);
  if (!field) return isNegative(condition) ? tx`true` : tx`false`;
  return "items" in field
    ? holdsOfItems(tx, condition, field.items, zone)
    : holdsOfValue(tx, condition, field.value, zone);
}

/** What is not set equals nothing and contains nothing. */
const isNegative = ({ operator }: Condition) =>
  operator === "not_equal" || operator === "not_contains" || operator === "is_not_set";

function holdsOfItems(tx: SqlTx, { operator, value }: Condition, items: Sql, zone: string): Sql {
  const some = (test: Sql) => tx`exists (select from (${items}) items where ${test})`;
  switch (operator) {
    case "is_set":
      return some(tx`true`);
    case "is_not_set":
      return tx`not ${some(tx`true`)}`;
    case "equal":
    case "contains":
      return some(equals(tx, tx`item`, value, zone));
    case "not_equal":
    case "not_contains":
      return tx`not ${some(equals(tx, tx`item`, value, zone))}`;
    case "in":
      return some(equalsOne(tx, tx`item`, value, zone));
    case "greater":
    case "less":
      return tx`false`;
  }
}

function holdsOfValue(tx: SqlTx, { operator, value }: Condition, found: Sql, zone: string): Sql {
  const isSet = tx`coalesce(condition_trimmed(${found}), '') <> ''`;
  const contains = tx`position(condition_text(${value}::text) in condition_text(${found})) > 0`;
  switch (operator) {
    case "is_set":
      return tx`(${isSet})`;
    case "is_not_set":
      return tx`(not ${isSet})`;
    case "equal":
      return tx`(${isSet} and ${equals(tx, found, value, zone)})`;
    case "not_equal":
      return tx`(not (${isSet} and ${equals(tx, found, value, zone)}))`;
    case "contains":
      return tx`(${isSet} and ${contains})`;
    case "not_contains":
      return tx`(not (${isSet} and ${contains}))`;
    case "greater":
      return tx`(${isSet} and ${compared(tx, found, value, zone, tx`>`)})`;
    case "less":
      return tx`(${isSet} and ${compared(tx, found, value, zone, tx`<`)})`;
    case "in":
      return tx`(${isSet} and ${equalsOne(tx, found, value, zone)})`;
  }
}

function equalsOne(tx: SqlTx, found: Sql, list: string, zone: string): Sql {
  const wanted = list.split(",").filter((one) => one.trim() !== "");
  return wanted.reduce((any, one) => tx`(${any} or ${equals(tx, found, one, zone)})`, tx`false`);
}

/** As number or date where both are such, else as texts. Never null where `found` is not. */
function equals(tx: SqlTx, found: Sql, value: string, zone: string): Sql {
  const same = tx`condition_text(${found}) = condition_text(${value}::text)`;
  return tx`coalesce(${ordered(tx, found, value, zone, tx`=`)}, ${same})`;
}

const compared = (tx: SqlTx, found: Sql, value: string, zone: string, operator: Sql) =>
  tx`coalesce(${ordered(tx, found, value, zone, operator)}, false)`;

/** Null where the two have no order. At most one of the two comparisons is not null: no number is a date. */
function ordered(tx: SqlTx, found: Sql, value: string, zone: string, operator: Sql): Sql {
  const dayOf = (text: Sql) => tx`
    coalesce((condition_instant(${text}) at time zone ${zone})::date, condition_date(${text}))`;
  const told = tx`${value}::text`;
  return tx`coalesce(
    condition_number(${found}) ${operator} condition_number(${told}),
    condition_instant(${found}) ${operator} condition_instant(${told}),
    ${dayOf(found)} ${operator} ${dayOf(told)})`;
}
