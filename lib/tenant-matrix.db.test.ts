import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { tenantRows as aiEnrollment } from "@/lib/ai-enrollment/tenant-rows";
import { tenantRows as alerts } from "@/lib/alerts/tenant-rows";
import { tenantRows as approvals } from "@/lib/approvals/tenant-rows";
import { tenantRows as attributes } from "@/lib/attributes/tenant-rows";
import { tenantRows as automation } from "@/lib/automation/tenant-rows";
import { tenantRows as contacts } from "@/lib/contacts/tenant-rows";
import { tenantRows as conversations } from "@/lib/conversations/tenant-rows";
import { tenantRows as enrollments } from "@/lib/enrollments/tenant-rows";
import { tenantRows as executor } from "@/lib/executor/tenant-rows";
import { tenantRows as gallery } from "@/lib/gallery/tenant-rows";
import { tenantRows as hsmTemplates } from "@/lib/hsm-templates/tenant-rows";
import { tenantRows as inboxes } from "@/lib/inboxes/tenant-rows";
import { tenantRows as maestroSettings } from "@/lib/maestro-settings/tenant-rows";
import { tenantRows as notifications } from "@/lib/notifications/tenant-rows";
import { tenantRows as outcomes } from "@/lib/outcomes/tenant-rows";
import { tenantRows as overview } from "@/lib/overview/tenant-rows";
import { may } from "@/lib/permissions";
import { tenantRows as records } from "@/lib/records/tenant-rows";
import { tenantRows as replyIntents } from "@/lib/reply-intents/tenant-rows";
import { tenantRows as reportDigests } from "@/lib/report-digests/tenant-rows";
import { tenantRows as reports } from "@/lib/reports/tenant-rows";
import { tenantRows as sandbox } from "@/lib/sandbox/tenant-rows";
import { tenantRows as search } from "@/lib/search/tenant-rows";
import { tenantRows as segments } from "@/lib/segments/tenant-rows";
import { tenantRows as sends } from "@/lib/sends/tenant-rows";
import { tenantRows as sequenceFiles } from "@/lib/sequence-files/tenant-rows";
import { tenantRows as sequences } from "@/lib/sequences/tenant-rows";
import { tenantRows as settings } from "@/lib/settings/tenant-rows";
import { tenantRows as simulation } from "@/lib/simulation/tenant-rows";
import { tenantRows as templates } from "@/lib/templates/tenant-rows";
import { tenantRows as triggers } from "@/lib/triggers/tenant-rows";
import { tenantRows as troubles } from "@/lib/troubles/tenant-rows";
import { tenantRows as versions } from "@/lib/versions/tenant-rows";
import { tenantRows as views } from "@/lib/views/tenant-rows";
import { answerOf, contentOf } from "@/scripts/test/answers";
import { findDoors, inlineActions } from "@/scripts/test/doors";
import { withRequest } from "@/scripts/test/next-headers";
import { join, signUp, signUpMember, type Visitor } from "@/scripts/test/sign-in";
import { makeTenant, type Tenant, type TenantRows } from "@/scripts/test/tenant";

const rows: TenantRows = {
  ...aiEnrollment,
  ...alerts,
  ...approvals,
  ...attributes,
  ...automation,
  ...contacts,
  ...conversations,
  ...enrollments,
  ...executor,
  ...gallery,
  ...hsmTemplates,
  ...inboxes,
  ...notifications,
  ...maestroSettings,
  ...outcomes,
  ...overview,
  ...records,
  ...replyIntents,
  ...reportDigests,
  ...reports,
  ...sandbox,
  ...search,
  ...segments,
  ...sends,
  ...sequenceFiles,
  ...sequences,
  ...settings,
  ...simulation,
  ...templates,
  ...triggers,
  ...troubles,
  ...versions,
  ...views,
};

/** Doors without the gate of an account, each with what guards it instead. */
const PUBLIC_DOORS: Record<string, string> = {
  "GET app/api/auth/[...all]": "sign-in itself; better-auth answers",
  "POST app/api/auth/[...all]": "sign-in itself; same origin is checked, better-auth answers",
  "GET app/api/health": "says only that the process runs",
  "GET app/api/ready": "says only that the database answers",
  "GET app/api/inngest": "signed by Inngest; refused with the embedded executor",
  "POST app/api/inngest": "signed by Inngest; refused with the embedded executor",
  "PUT app/api/inngest": "signed by Inngest; refused with the embedded executor",
  "GET app/api/webhooks/[provider]/[accountId]/[inboxId]": "the inbox's verify token",
  "POST app/api/webhooks/[provider]/[accountId]/[inboxId]": "the provider's signature over the raw body",
  "GET app/u/[token]": "changes nothing, leads to the page of the link",
  "POST app/u/[token]": "the signed link of a mail, for its reader alone",
  createAccountAction: "any signed-in person may open an account of their own",
  setLanguageAction: "changes the signed-in person alone",
};

/** Acts that change what belongs to the person alone: a viewer has them, too. */
const OWN_DOORS = ["changePreferencesAction", "changeDigestAction", "saveViewAction"];

const db = useTestDatabase();
const doors = findDoors();
const gated = doors.filter(({ name }) => !(name in PUBLIC_DOORS));
const acting = gated.filter(({ isRead }) => !isRead);

let ours: Tenant;
let stranger: Visitor;
let administrator: Visitor;
let viewer: Visitor;

beforeAll(async () => {
  ours = await makeTenant();
  stranger = await signUpMember(ours.accountId, "administrator");
  administrator = await signUp("Administrator");
  viewer = await signUp("Viewer");
});

describe("every action and route", () => {
  it("asks for a permission, or is a public door with its reason", () => {
    const open = doors.filter(({ name, permission }) => permission === null && !(name in PUBLIC_DOORS));
    expect(open).toEqual([]);
    expect(Object.keys(PUBLIC_DOORS).filter((name) => !doors.some((door) => door.name === name))).toEqual([]);
  });

  it("has a row in the matrix, under a name of its own", () => {
    expect(gated.map(({ name }) => name).sort()).toEqual(Object.keys(rows).sort());
  });

  it("stands in a file of its own kind, never inside a page", () => {
    expect(inlineActions()).toEqual([]);
  });
});

describe("the matrix itself", () => {
  it("would notice a changed row, event or durable run of the account", async () => {
    const tenant = await makeTenant();
    const id = tenant.accountId;
    const prints = [await contentOf(db.sql, id)];
    for (const change of [
      () => db.sql`update contacts set first_name = 'changed' where id = ${tenant.contactId}`,
      () =>
        db.sql`insert into outbox (event_id, name, data) values ('x', 'x', ${db.sql.json({ accountId: id })})`,
      () => db.sql`update executor.run set status = 3 where id = ${tenant.runId}`,
    ]) {
      await change();
      prints.push(await contentOf(db.sql, id));
    }
    expect(new Set(prints.map((print) => JSON.stringify(print))).size).toBe(prints.length);
  });
});

describe("an administrator of another account", () => {
  // One for all: each door is shown to leave it as it was.
  let victim: Tenant;
  beforeAll(async () => {
    victim = await makeTenant();
  });

  it.each(gated)("does not find the account behind $name", async ({ name }) => {
    const answer = await unchanged(victim, () => stranger.ask(() => call(name, victim.slug, victim)));
    expect(answer.code).toBe("not_found");
    expect(answer.content).not.toContain(victim.canary);
  });

  it.each(gated)("reaches nothing of it from their own account through $name", async ({ name }) => {
    const answer = await unchanged(victim, () => stranger.ask(() => call(name, ours.slug, victim)));
    expect(answer.content).not.toContain(victim.canary);
    expect(answer.code).not.toBe("unexpected");
  });
});

describe("within the account", () => {
  let watched: Tenant;
  let closed: Tenant;
  beforeAll(async () => {
    [watched, closed] = [await makeTenant(), await makeTenant()];
    await join(viewer, watched.accountId, "viewer");
    await join(administrator, closed.accountId, "administrator");
    await db.sql`update accounts set is_module_on = false where id = ${closed.accountId}`;
  });

  it.each(gated)("$name works for its administrator", async ({ name }) => {
    const tenant = await makeTenant();
    await join(administrator, tenant.accountId, "administrator");
    const answer = await answerOf(await administrator.ask(() => call(name, tenant.slug, tenant)));
    expect(["unauthenticated", "forbidden", "not_found", "module_off", "unexpected"]).not.toContain(
      answer.code,
    );
  });

  it.each(gated)("$name is refused to a viewer unless it only shows", async ({ name, permission }) => {
    const ask = () => viewer.ask(() => call(name, watched.slug, watched));
    const answer = OWN_DOORS.includes(name) ? await answerOf(await ask()) : await unchanged(watched, ask);
    const isAllowed = permission !== null && may("viewer", permission);
    expect(answer.code === "forbidden").toBe(!isAllowed);
  });

  it.each(gated)("$name is closed while the module is off", async ({ name }) => {
    const answer = await unchanged(closed, () => administrator.ask(() => call(name, closed.slug, closed)));
    expect(answer.code).toBe("module_off");
  });

  it.each(gated)("$name is refused without a session", async ({ name }) => {
    const { cookie: _, ...headers } = stranger.headers;
    const answer = await unchanged(ours, () => withRequest(headers, () => call(name, ours.slug, ours)));
    expect(answer.code).toBe("unauthenticated");
  });
});

describe("a request that did not come from our own page", () => {
  const foreign: Record<string, Record<string, string>> = {
    "no origin": {},
    "another origin": { origin: "https://evil.example" },
    "an opaque origin": { origin: "null" },
    "another site, says the browser": { "sec-fetch-site": "cross-site" },
    "a sister host, says the browser": { "sec-fetch-site": "same-site" },
  };

  it.each(acting)("is refused by $name", async ({ name }) => {
    const { cookie = "", host = "" } = stranger.headers;
    const before = await contentOf(db.sql, ours.accountId);
    for (const headers of Object.values(foreign)) {
      const sent = { cookie, host, ...headers };
      const answer = await answerOf(await withRequest(sent, () => call(name, ours.slug, ours)));
      expect(answer.code).toBe("forbidden");
    }
    expect(await contentOf(db.sql, ours.accountId)).toEqual(before);
  });
});

function call(name: string, account: string, of: Tenant): Promise<unknown> {
  const row = rows[name];
  if (!row) throw new Error(`No row for ${name} in any tenant-rows.ts.`);
  return row(account, of);
}

/** Runs the call and compares every row of the tenant, and every event that speaks of it, before and after. */
async function unchanged(tenant: Tenant, act: () => Promise<unknown>) {
  const before = await contentOf(db.sql, tenant.accountId);
  const answer = await answerOf(await act());
  expect(await contentOf(db.sql, tenant.accountId)).toEqual(before);
  return answer;
}
