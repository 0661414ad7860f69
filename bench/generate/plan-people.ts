import { type Generating, inAccount, times } from "./stage";

/** In English, Portuguese and Spanish. */
const FIRST = [
  "{Ana,João,Beatriz,Luiz,Fernanda,Thiago,Camila,Gustavo,Letícia,Antônio}",
  "{Emma,Oliver,Grace,Liam,Sophie,Jack,Hannah,Daniel,Chloe,Ryan}",
  "{Lucía,Mateo,Sofía,Diego,Valentina,Joaquín,Martina,Álvaro,Inés,Andrés}",
];
const LAST = [
  "{Souza,Lima,Mendes,Rocha,Carvalho,Gonçalves,Araújo,Ribeiro,Teixeira,Nascimento}",
  "{Clark,Hughes,Bennett,Walsh,Morgan,Carter,Fisher,Reed,Dawson,Ellis}",
  "{Torres,Muñoz,Herrera,Vega,Castillo,Núñez,Ibáñez,Romero,Salas,Peña}",
];
const CITIES = "{São Paulo,Recife,Curitiba,Lisbon,Madrid,Austin,Leeds,Bogotá,Quito,Porto Alegre}";
const TAGS = "{lead,customer,newsletter,partner,trial,wholesale}";

/** Contacts as numbers, each made a moment before its first enrollment; one in twenty was never enrolled. */
export async function planPeople(generating: Generating): Promise<void> {
  const { now, begin } = times(generating);
  const byLanguage = (lists: string[], salt: number) =>
    `generated.pick((array[${lists.map((list) => `'${list}'`).join(", ")}])[1 + language]::text[], c, ${salt})`;
  await inAccount(generating, async (tx) => {
    await tx.unsafe(`
      create unlogged table generated.person as
      with first as (
        select c, min(enrolled_at) - interval '5 minutes' as at from generated.run group by c
      ), alone as (
        select m.c + i as c, ${begin} + generated.chance(m.c + i, 80) * (${now} - ${begin}) as at
        from (select max(c) as c, count(*) as n from first) m, generate_series(1, greatest(1, (m.n / 20)::int)) i
      ), numbered as (
        select *, floor(power(generated.chance(c, 81), 1.3) * 3)::int as language from (select * from first union all select * from alone) p
      )
      select c, date_trunc('milliseconds', at) as at, generated.id(at, c, 82) as id,
        ${byLanguage(FIRST, 83)} as first_name, ${byLanguage(LAST, 84)} as last_name, language,
        generated.pick('${CITIES}', c, 85) as city, generated.pick('{Basic,Basic,Basic,Premium,Premium,Enterprise}', c, 86) as plan,
        floor(generated.chance(c, 87) * 100)::int as score,
        case when generated.chance(c, 88) < 0.5 then array[generated.pick('${TAGS}', c, 89)] else '{}' end
          || case when generated.chance(c, 90) < 0.04 then '{vip}'::text[] else '{}' end as tags,
        case when generated.chance(c, 91) < 0.6 then 2 + floor(generated.chance(c, 92) * ((select count(*) from generated.member) - 1))::int end
          as assignee,
        (case when generated.chance(c, 93) < 0.6 then 'whatsapp' when generated.chance(c, 93) < 0.87 then 'email' else 'sms' end)::channel
          as channel,
        generated.chance(c, 94) < 0.7 as has_both,
        (array['+55119', '+447', '+346'])[1 + language] || lpad(((c::bigint * 7919) % 100000000)::text, 8, '0') as phone,
        'p' || c || '@' || generated.pick('{example.com,example.org,example.net}', c, 95) as email
      from numbered order by at;
      alter table generated.person add primary key (c);
      analyze generated.person`);
  });
}

/** Contacts and their addresses, in the order in which they came. */
export async function writePeople(generating: Generating): Promise<void> {
  const { accountId } = generating.world;
  const { now } = times(generating);
  await inAccount(generating, async (tx) => {
    await tx.unsafe(`
      insert into contacts (id, account_id, name, first_name, attributes, tags, assignee_id, time_zone, preferred_channel,
        last_reply_at, last_reply_conversation_id, created_at, updated_at)
      select p.id, '${accountId}', p.first_name || ' ' || p.last_name, p.first_name,
        jsonb_build_object('plan', p.plan, 'city', p.city, 'score', p.score), p.tags, m.id,
        case when generated.chance(p.c, 96) < 0.03 then (array['America/Sao_Paulo', 'Europe/London', 'Europe/Madrid'])[1 + p.language] end,
        p.channel, a.at, a.thread_id, p.at, greatest(p.at, a.at)
      from generated.person p
      left join generated.member m on m.k = p.assignee
      left join (select distinct on (c) c, at, thread_id from generated.answer order by c, at desc) a on a.c = p.c
      order by p.at`);
    await tx.unsafe(`
      insert into contact_identities (id, account_id, contact_id, kind, value, created_at)
      select generated.id(p.at, p.c * 3 + kind, 97), '${accountId}', p.id,
        (array['phone', 'whatsapp', 'email'])[kind]::identity_kind, (array[p.phone, substr(p.phone, 2), p.email])[kind], p.at
      from generated.person p, generate_series(1, 3) kind
      where case when kind = 3 then p.channel = 'email' or p.has_both else p.channel <> 'email' or p.has_both end
      order by p.at`);
    await tx.unsafe(`
      insert into suppressions (account_id, identity_hash, channel, reason, created_at)
      select '${accountId}', identity_hash(i.kind, i.value), a.channel, 'opted_out', min(a.at)
      from generated.answer a join generated.person p on p.c = a.c
      join contact_identities i on i.contact_id = p.id
        and case a.channel when 'email' then i.kind = 'email' else i.kind <> 'email' end
      where a.kind = 'opt_out' and a.at < ${now} group by 2, 3;
      insert into consents (account_id, contact_id, identity_hash, channel, action, source, text, at)
      select '${accountId}', p.id, identity_hash(i.kind, i.value), a.channel, 'opt_out', 'message', 'STOP', a.at
      from generated.answer a join generated.person p on p.c = a.c
      join contact_identities i on i.contact_id = p.id
        and case a.channel when 'email' then i.kind = 'email' else i.kind = 'phone' end
      where a.kind = 'opt_out' order by a.at`);
  });
}
