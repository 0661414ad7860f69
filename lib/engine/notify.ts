import type { SqlTx } from "@/db/client";
import { emit } from "@/db/outbox";
import { notificationsDueOf } from "@/inngest/events";
import { ROLES, type Role } from "@/lib/core/model";
import type { NotificationKind, NotificationPreferences } from "@/lib/core/model-maestro";
import { isShownFor } from "@/lib/core/notification-wishes";
import { may, type Permission } from "@/lib/permissions";
import { mailAtFor, preferencesOrDefault } from "./notify-wish";
import { storableJson } from "./storable";

/** Ids and what a sentence names. The contact's and the sequence's name are added from the ids. */
export type NotificationData = Record<string, string | number | boolean | null>;

export type Notice = {
  /**
   * Whoever may not act on it is left out; where nobody is left, as `approvers`: every administrator and manager.
   */
  userIds: readonly string[] | "approvers";
  kind: NotificationKind;
  /** The same thing is told to a person once, whatever becomes of it afterwards. */
  dedupeKey: string;
  contactId: string | null;
  /** Names what it is about: `draftId`, `suggestionId` or `enrollmentId`, as the kind says. */
  data: NotificationData;
  now: Date;
};

/** The right to act on it; without it nobody is told. */
const RIGHT_FOR: Record<NotificationKind, Permission> = {
  draft_waiting: "approvals.decide",
  draft_reminder: "approvals.decide",
  draft_returned: "approvals.decide",
  draft_assigned: "approvals.decide",
  suggestion_waiting: "enrollments.manage",
  reply_waits: "conversations.reply",
};

/** The roles that may act on such a notification. */
export const rolesFor = (kind: NotificationKind): Role[] =>
  ROLES.filter((role) => may(role, RIGHT_FOR[kind]));

/**
 * Tells people of the team of something that waits for them, by what each wants to be told, in the transaction of the
 * fact. It is settled by itself when the draft, the suggestion or the reply waits no longer.
 */
export async function notify(tx: SqlTx, accountId: string, notice: Notice): Promise<void> {
  const { kind, dedupeKey, contactId, data, now } = notice;
  const people = await loadPeople(tx, notice);
  const told = people.flatMap(({ userId, preferences: said, timeZone }) => {
    const preferences = preferencesOrDefault(said);
    const isShown = isShownFor(preferences, kind);
    const mailAt = mailAtFor(preferences, { kind, timeZone, now });
    return isShown || mailAt ? [{ userId, isShown, mailAt }] : [];
  });
  if (told.length === 0) return;
  const sequenceId = idOf(data.sequenceId);
  const enrollmentId = idOf(data.enrollmentId);
  const rows = await tx<{ isDue: boolean | null }[]>`
    insert into notifications
      (account_id, user_id, kind, dedupe_key, subject_id, contact_id, data, at, is_shown, mail_at)
    select ${accountId}, t."userId", ${kind}, ${dedupeKey}, ${subjectOf(kind, data)}::uuid, ${contactId}::uuid,
      jsonb_strip_nulls(jsonb_build_object(
        'contact', (select name from contacts where id = ${contactId}::uuid),
        'sequence', (select name from sequences where id = coalesce(${sequenceId}::uuid,
          (select sequence_id from enrollments where id = ${enrollmentId}::uuid)))
      )) || ${storableJson(data)}::text::jsonb,
      ${now}, t."isShown", t."mailAt"
    from json_to_recordset(${JSON.stringify(told)}::text::json) as t(
      "userId" uuid, "isShown" boolean, "mailAt" timestamptz)
    order by t."userId"
    on conflict (user_id, account_id, dedupe_key) do nothing
    returning mail_at <= ${now} as "isDue"`;
  if (rows.some(({ isDue }) => isDue)) await emit(tx, [notificationsDueOf({ accountId }, now)]);
}

type Person = { userId: string; preferences: NotificationPreferences | null; timeZone: string };

/** Where none of the people that are named may act on it any more, it must not be lost: then it is for the approvers. */
async function loadPeople(tx: SqlTx, { userIds, kind }: Notice): Promise<Person[]> {
  const named =
    userIds === "approvers" ? [] : await loadMembers(tx, kind, tx`m.user_id = any(${[...userIds]}::uuid[])`);
  return named.length > 0 ? named : loadMembers(tx, kind, tx`m.role in ('administrator', 'manager')`);
}

const loadMembers = (tx: SqlTx, kind: NotificationKind, which: ReturnType<SqlTx>) => tx<Person[]>`
  select m.user_id as "userId", p.preferences, coalesce(s.settings->>'timeZone', 'UTC') as "timeZone"
  from members m
    left join notification_preferences p on p.account_id = m.account_id and p.user_id = m.user_id
    left join module_settings s on s.account_id = m.account_id
  where m.role = any(${rolesFor(kind)}::role[]) and ${which}`;

const idOf = (value: NotificationData[string] | undefined): string | null =>
  typeof value === "string" ? value : null;

function subjectOf(kind: NotificationKind, data: NotificationData): string | null {
  if (kind === "reply_waits") return idOf(data.enrollmentId);
  return idOf(kind === "suggestion_waiting" ? data.suggestionId : data.draftId);
}

type Settling = { draftId: string } | { dedupePrefix: string };

/**
 * It was decided: nobody has to read it any more, and no mail goes out for it. `exceptUserId` keeps it for one person,
 * as when a draft was given to them.
 */
export async function settleNotifications(
  tx: SqlTx,
  accountId: string,
  { now, exceptUserId = null, ...settling }: Settling & { exceptUserId?: string | null; now: Date },
): Promise<void> {
  const which =
    "draftId" in settling
      ? tx`subject_id = ${settling.draftId}`
      : tx`starts_with(dedupe_key, ${settling.dedupePrefix})`;
  await tx`
    update notifications set read_at = coalesce(read_at, ${now}), mail_at = null
    where account_id = ${accountId} and ${which} and (read_at is null or mail_at is not null)
      and user_id is distinct from ${exceptUserId}`;
}
