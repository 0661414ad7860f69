import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { application } from "./application";

/** The database of the browser tests is theirs alone. */
async function onDatabase(act: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(application.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await act(sql);
  } finally {
    await sql.end();
  }
}

/** Moves sends with an unknown outcome back in time: whoever would be waited for some hours has been silent since then. */
export const letUnknownSendsAge = (inboxId: string, hours: number): Promise<void> =>
  onDatabase(
    (sql) => sql`
      update messages set claimed_at = claimed_at - ${hours}::int * interval '1 hour'
      where status = 'unknown' and inbox_id = ${inboxId}`,
  );

const slugOf = (account: string) => account.split("/").at(-1) ?? "";

const CITIES = [
  ...["Pacific/Honolulu", "America/Phoenix", "America/Sao_Paulo", "UTC"],
  ...["Africa/Nairobi", "Asia/Bangkok", "Australia/Brisbane"],
];

/**
 * Tests run at any hour, and quiet hours have tests of their own: an account sends all day, and lies where it is day, so
 * that no day ends in the middle of a test.
 */
export function openAtNoonAndAllDay(account: string): Promise<void> {
  const fromNoon = (timeZone: string) => {
    const hour = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit" }).format(new Date());
    return Math.abs(Number(hour) - 12);
  };
  const [timeZone = "UTC"] = CITIES.toSorted((a, b) => fromNoon(a) - fromNoon(b));
  const sendingHours = Array.from({ length: 7 }, () => [{ from: "00:00", to: "00:00" }]);
  return onDatabase(
    (sql) => sql`
      update module_settings set settings = settings || ${sql.json({ timeZone, sendingHours })}
      where account_id = (select id from accounts where slug = ${slugOf(account)})`,
  );
}

/** Moves the drafts of an account that wait back in time, and has their runs look at the clock. */
export const letDraftsAge = (account: string, hours: number): Promise<void> =>
  onDatabase(async (sql) => {
    await sql`
      with aged as (
        update drafts d set opened_at = opened_at - h, expires_at = expires_at - h, due_at = due_at - h
        from accounts a, make_interval(hours => ${hours}) h
        where a.id = d.account_id and a.slug = ${slugOf(account)} and d.status = 'open'
        returning d.enrollment_id, d.account_id
      )
      insert into outbox (event_id, name, data)
      select 'aged:' || enrollment_id || ${randomBytes(4).toString("hex")}, 'enrollment/woken',
        jsonb_build_object('accountId', account_id, 'enrollmentId', enrollment_id)
      from aged`;
    await sql`select pg_notify('outbox', '')`;
  });

/** Makes whoever opened `theirs` a manager of `account` too, as an invitation would. */
export const joinAccount = (account: string, theirs: string): Promise<void> =>
  onDatabase(
    (sql) => sql`
      insert into members (account_id, user_id, role)
      select a.id, m.user_id, 'manager' from accounts a, accounts b join members m on m.account_id = b.id
      where a.slug = ${slugOf(account)} and b.slug = ${slugOf(theirs)}`,
  );

/** Moves what was said in the threads of an account back in time. */
export const letThreadsAge = (account: string, hours: number): Promise<void> =>
  onDatabase(async (sql) => {
    const accountId = sql`(select id from accounts where slug = ${slugOf(account)})`;
    const span = sql`make_interval(hours => ${hours})`;
    await sql`
      update conversations set last_message_at = last_message_at - ${span}, last_inbound_at = last_inbound_at - ${span},
        last_outbound_at = last_outbound_at - ${span}, last_reply_at = last_reply_at - ${span}
      where account_id = ${accountId}`;
    await sql`update conversation_messages set at = at - ${span} where account_id = ${accountId}`;
    await sql`update messages set sent_at = sent_at - ${span} where account_id = ${accountId}`;
  });

/** Has Maestro suggest a contact for a sequence, as its next look would. */
export const putSuggestion = (account: string, who: { contact: string; sequence: string }): Promise<void> =>
  onDatabase(
    (sql) => sql`
      insert into ai_suggestions (account_id, sequence_id, conversation_id, contact_id, should_enroll, confidence, reason,
        status)
      select a.id, s.id, t.id, c.id, true, 93, 'Asked for the price.', 'open'
      from accounts a
      join sequences s on s.account_id = a.id and s.name = ${who.sequence}
      join contacts c on c.account_id = a.id and c.name = ${who.contact}
      join conversations t on t.contact_id = c.id
      where a.slug = ${slugOf(account)}`,
  );

/** Has so many new contacts run in a sequence, at its first step, each with a tag of its own half: `even` or `odd`. */
export const putRuns = (account: string, { sequence, count }: { sequence: string; count: number }) =>
  onDatabase(
    (sql) => sql`
      with crowd as (
        insert into contacts (account_id, name, first_name, tags)
        select a.id, 'Crowd ' || lpad(n::text, 5, '0'), 'Crowd', array[case n % 2 when 0 then 'even' else 'odd' end]
        from accounts a, generate_series(1, ${count}::int) n
        where a.slug = ${slugOf(account)}
        returning id, account_id
      ), started as (
        insert into enrollments (account_id, sequence_id, version_id, contact_id, step_id, next_action_at, next_because,
          method, entry)
        select c.account_id, s.id, v.id, c.id, (v.snapshot->'steps'->0->>'id')::uuid, now() + interval '20 days',
          'not_due', 'bulk', 'bulk'
        from crowd c
        join sequences s on s.account_id = c.account_id and s.name = ${sequence}
        join sequence_versions v on v.id = s.live_version_id
        returning id, account_id
      )
      insert into ledger (account_id, at, kind, enrollment_id, because)
      select account_id, now(), 'enrolled', id, '{"code": "enrolled", "data": {}}' from started`,
  );

/** Lets the moment of an account's runs pass while whoever should have looked at them is lost. */
export const letRunsOversleep = (account: string, minutes: number): Promise<void> =>
  onDatabase(
    (sql) => sql`
      update enrollments e set next_action_at = now() - make_interval(mins => ${minutes})
      from accounts a where a.id = e.account_id and a.slug = ${slugOf(account)} and e.status = 'active'`,
  );
