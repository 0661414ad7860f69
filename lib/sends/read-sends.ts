import type { SqlTx } from "@/db/client";
import { conversionMoment, conversionsMatching, type SendScope, type Sql } from "./filter";
import { findMessages } from "./read-messages";
import type { SendListItem } from "./schema";
import { type Asked, ordered, turn } from "./turn";

type Read = Omit<SendListItem, "converted"> & { conversion: SendListItem["converted"]; place: string };
/** `place` is the instant that sorts it, as exact as Postgres has it. */
export type ReadItem = SendListItem & { place: string };

/** Sends or conversions of a filter, the newest first; with `before` those before it, the oldest first. */
export async function readSends(tx: SqlTx, scope: SendScope, asked: Asked): Promise<ReadItem[]> {
  const rows = await (scope.fact === "converted"
    ? readConversions(tx, scope, asked)
    : readMessages(tx, scope, asked));
  return rows.map(({ conversion, ...row }) => ({ ...row, converted: conversion }));
}

/** Found by their ids: what is told of them is read for those alone that are shown. */
async function readMessages(tx: SqlTx, scope: SendScope, asked: Asked) {
  const found = await findMessages(tx, scope, asked);
  return tx<Read[]>`
    select ${shared(tx)}, m.status, m.error_code as "errorCode", ${iso(tx, tx`m.replied_at`)} as "repliedAt",
      m.reply_intent as "replyIntent", ${iso(tx, tx`m.opted_out_at`)} as "optedOutAt",
      (select ${converted(tx, tx`c`)} from conversions c
        where c.enrollment_id = m.enrollment_id and c.message_id = m.id) as conversion
    from (
      select m.id, m.enrollment_id, m.contact_id, m.sequence_id, m.version_id, m.step_id, m.channel, m.mode, m.variant_id,
        m.counted_at as at, m.enrolled_at, m.status::text as status, m.error_code, m.replied_at, m.reply_intent,
        m.opted_out_at, f.place::timestamptz as place
      from unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ enrollmentId }) => enrollmentId)}::uuid[],
        ${found.map(({ place }) => place)}::text[]) as f(id, enrollment_id, place)
        join messages m on m.enrollment_id = f.enrollment_id and m.id = f.id
    ) m ${named(tx)} ${ordered(tx, tx`m.place`, asked)}`;
}

const readConversions = (tx: SqlTx, scope: SendScope, asked: Asked) => tx<Read[]>`
  with page as (
    select m.*, m.at as converted_at, m.sent_at as sent, ${conversionMoment(tx, scope)} as place
    from conversions m where ${conversionsMatching(tx, scope)} ${turn(tx, conversionMoment(tx, scope), asked)}
  )
  select ${shared(tx, tx`m.sent`)}, null as status, null as "errorCode", null as "repliedAt", null as "replyIntent",
    null as "optedOutAt", ${converted(tx, tx`m`)} as conversion
  from page m ${named(tx)} ${ordered(tx, tx`m.place`, asked)}`;

const shared = (tx: SqlTx, at = tx`m.at`) => tx`
  m.id, m.enrollment_id as "enrollmentId", m.contact_id as "contactId", coalesce(c.name, '') as "contactName",
  m.sequence_id as "sequenceId", coalesce(s.name, '') as "sequenceName", coalesce(v.number, 0) as "versionNumber",
  m.step_id as "stepId", step.number as "stepNumber", m.channel, m.mode, m.variant_id as "variantId",
  case when m.variant_id = m.step_id then 'A' else chr(65 + step.variant) end as "variantLetter", ${iso(tx, at)} as at,
  ${iso(tx, tx`m.enrolled_at`)} as "enrolledAt", m.place::text as place`;

const named = (tx: SqlTx) => tx`
  left join contacts c on c.id = m.contact_id
  left join sequences s on s.id = m.sequence_id
  left join sequence_versions v on v.id = m.version_id
  left join lateral (
    select n::int as number, (
      select k::int from jsonb_array_elements(value->'variants') with ordinality as variant(one, k)
      where one->>'id' = m.variant_id::text) as variant
    from jsonb_array_elements(v.snapshot->'steps') with ordinality as steps(value, n)
    where value->>'id' = m.step_id::text
  ) step on true`;

const converted = (tx: SqlTx, c: Sql) => tx`
  json_build_object('at', ${iso(tx, tx`${c}.at`)}, 'event', ${c}.event, 'amount', ${c}.amount, 'currency', ${c}.currency)`;

/** Instants as JavaScript writes them. */
const iso = (tx: SqlTx, at: Sql) => tx`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
