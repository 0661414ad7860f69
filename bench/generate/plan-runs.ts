import { ZONE } from "./plan";
import { type Generating, inAccount, times } from "./stage";

/** Of the runs so many are a contact's first one. */
const NEW_SHARE = 0.42;

/**
 * Who is enrolled when and into what: more in office hours and on weekdays, more each month, a contact about two and a
 * half times, each sequence while it lives and by the version that was live.
 */
export async function planRuns(generating: Generating): Promise<void> {
  const { enrollments } = generating;
  const { now, begin } = times(generating);
  await inAccount(generating, async (tx) => {
    await tx.unsafe(`
      create unlogged table generated.slot as
      with hours as (
        select h, greatest(0.02, (0.45 + 1.1 * extract(epoch from h - ${begin}) / extract(epoch from ${now} - ${begin}))
          * (array[0.35, 1.15, 1.2, 1.1, 1.05, 1.0, 0.5])[1 + extract(dow from h at time zone '${ZONE}')::int]
          * (array[.05,.03,.02,.02,.03,.06,.15,.4,.8,1.3,1.5,1.45,1.0,1.1,1.4,1.45,1.3,1.1,.8,.6,.5,.4,.25,.1])
            [1 + extract(hour from h at time zone '${ZONE}')::int]) as weight
        from generate_series(${begin}, ${now} - interval '1 hour', interval '1 hour') h
      ), summed as (
        select h, sum(weight) over (order by h) / sum(weight) over () as share from hours
      )
      select h, (round(share * ${enrollments}) - coalesce(lag(round(share * ${enrollments})) over (order by h), 0))::int as runs
      from summed;
      create unlogged table generated.share as
      with alive as (
        select day, k, sum(weight) over (partition by day order by k) as upto, sum(weight) over (partition by day) as total, weight
        from generate_series(date_trunc('day', ${begin}), ${now}, interval '1 day') day
        join generated.sequence s on s."beginsAt" <= greatest(day, ${begin})
          and (s."archivedAt" is null or s."archivedAt" > day + interval '1 day')
      )
      select day, k, (upto - weight)::float8 / total as low, upto::float8 / total as high from alive;`);
    await tx.unsafe(`
      create unlogged table generated.begun as
      select n, at, s.k as sequence, case
          when floor(n * ${NEW_SHARE}) > floor((n - 1) * ${NEW_SHARE}) then floor(n * ${NEW_SHARE})::int
          else 1 + floor(generated.chance(n, 1) * greatest(floor(n * ${NEW_SHARE}), 1))::int end as c
      from (
        select row_number() over (order by h, i) as n,
          date_trunc('milliseconds', h + (i - 0.5) / runs * interval '1 hour') as at
        from generated.slot, generate_series(1, runs) i
      ) r
      join generated.share s on s.day = date_trunc('day', at) and generated.chance(n, 2) >= s.low and generated.chance(n, 2) < s.high;
      analyze generated.begun`);
    await tx.unsafe(planned);
    await tx.unsafe("create index on generated.run (c); analyze generated.run");
  });
}

const pause = (salt: number, hours: number) =>
  `least(-ln(1 - generated.chance(n, ${salt})), 5) * interval '${hours} hours'`;

/** The nth step follows from the one before: \`offset 0\` keeps the planner from writing each out within the next. */
const following = (nth: number) => `
  cross join lateral (select generated.due(a${nth - 1}.at, v.days[${nth}], v.minutes[${nth}]) as due offset 0) d${nth}
  cross join lateral (select generated.open(d${nth}.due, generated.chance(b.n, ${50 + nth})) as at offset 0) a${nth}`;

const stepTimes = (what: "due" | "at") =>
  `array[${[1, 2, 3, 4, 5, 6].map((nth) => `${what === "due" ? "d" : "a"}${nth}.${what}`).join(", ")}]`;

/** When each step would come, and what might come in between: a reply, an opt-out, the goal, a person. */
const planned = `
  create unlogged table generated.run as
  with timed as (
    select b.n, generated.id(b.at, b.n, 3) as id, b.at as enrolled_at, b.sequence, v.id as version, b.c, v.steps as k,
      (${stepTimes("due")})[1:v.steps] as dues, (${stepTimes("at")})[1:v.steps] as ats, q.replies, q."archivedAt" as archived_at,
      q."isThread" as is_thread, q."isPausing" as is_pausing, q."hasGoal" as has_goal,
      generated.chance(b.c, hashtext(b.sequence::text)) * 100 < q.holdout as is_holdout,
      case when q.trigger is not null and generated.chance(b.n, 4) < 0.78 then q.trigger
        else generated.pick('{manual,manual,bulk,bulk,bulk,macro,automation,api}', b.n, 5) end as entry,
      case when generated.chance(b.n, 6) < 0.85
        then 2 + floor(power(generated.chance(b.n, 7), 1.5) * ((select count(*) from generated.member) - 1))::int end as assignee
    from generated.begun b
    join generated.sequence q on q.k = b.sequence
    join generated.version v on v.sequence = b.sequence and b.at >= v."from" and (v.until is null or b.at < v.until)
    cross join lateral (select generated.due(b.at, v.days[1], v.minutes[1]) as due offset 0) d1
    cross join lateral (select generated.open(d1.due, generated.chance(b.n, 51)) as at offset 0) a1
    ${[2, 3, 4, 5, 6].map(following).join("")}
  )
  select *, case entry when 'conversation.idle' then 'inactivity' when 'manual' then 'manual' when 'bulk' then 'bulk'
      when 'macro' then 'macro' when 'automation' then 'automation' when 'api' then 'api' else 'event' end as method,
    case when not is_holdout and generated.chance(n, 20) * 100 < replies * case when entry = 'bulk' then 0.7 else 1 end
        * case when extract(hour from enrolled_at at time zone '${ZONE}') between 9 and 12 then 1.25 else 0.95 end
      then ats[1 + floor(power(generated.chance(n, 21), 1.4) * k)::int] + interval '20 seconds' + ${pause(22, 9)} end as reply_at,
    generated.chance(n, 23) < 0.08 as is_opt_out,
    case when has_goal and generated.chance(n, 30) < case when is_holdout then 0.05 else 0.1 end
      then ats[1 + floor(generated.chance(n, 31) * k)::int] + interval '1 minute' + ${pause(32, 70)} end as goal_at,
    case when generated.chance(n, 40) < 0.03
      then ats[1 + floor(generated.chance(n, 41) * k)::int] + interval '3 minutes' + ${pause(42, 20)} end as stop_at
  from timed order by n`;
