import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeCharge, makeContact, makeInbox, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Priority } from "@/lib/core/model";
import { stopEnrollments } from "./control";
import { enroll, previewEnroll } from "./mutations";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T15:00:00Z");
let accountId: AccountId;

beforeEach(async () => {
  accountId = await makeAccount();
  await makeInbox(accountId);
});

/** A sequence of the group "recovery". */
async function makeGrouped(priority: Priority, name: string, over: Parameters<typeof makeSequence>[1] = {}) {
  const { sequenceId, ...rest } = await makeSequence(accountId, {
    priority,
    exclusivityGroup: "recovery",
    ...over,
  });
  await database.sql`update sequences set name = ${name} where id = ${sequenceId}`;
  return { sequenceId, ...rest };
}

const wish = (sequenceId: string, ...contactIds: string[]) => ({
  sequenceId,
  contactIds,
  actorId: null,
  now: NOW,
});
const runsOf = (contactId: string) => database.sql`
  select sequence_id, status, end_reason, exclusivity_group from enrollments where contact_id = ${contactId} order by id`;

describe("an exclusivity group", () => {
  it.each([
    ["equal", "normal"],
    ["lower", "low"],
  ] as const)(
    "keeps the run that is there against an %s priority, and names its sequence",
    async (_, priority) => {
      const holder = await makeGrouped("normal", "Win back");
      const rival = await makeGrouped(priority, "Offer");
      const contact = await makeContact(accountId);
      await enroll(accountId, wish(holder.sequenceId, contact.id));
      const refused = [{ contactId: contact.id, code: "exclusive", other: "Win back" }];
      expect(await previewEnroll(accountId, wish(rival.sequenceId, contact.id))).toMatchObject({ refused });
      expect(await enroll(accountId, wish(rival.sequenceId, contact.id))).toMatchObject({
        enrolled: [],
        refused,
      });
      expect(await runsOf(contact.id)).toMatchObject([{ status: "active", exclusivity_group: "recovery" }]);
      const [told] = await database.sql`
      select because from ledger where contact_id = ${contact.id} and kind = 'enrollment_refused'`;
      expect(told?.because).toEqual({
        code: "exclusive",
        data: { sequenceId: rival.sequenceId, method: "manual", other: "Win back" },
      });
    },
  );

  it("lets a higher priority take the place, and the ledger says of which", async () => {
    const holder = await makeGrouped("low", "Newsletter");
    const rival = await makeGrouped("high", "Payment overdue");
    const contact = await makeContact(accountId);
    const first = await enroll(accountId, wish(holder.sequenceId, contact.id));
    const { enrolled } = await enroll(accountId, wish(rival.sequenceId, contact.id));
    expect(enrolled).toHaveLength(1);
    expect(await runsOf(contact.id)).toMatchObject([
      { status: "ended", end_reason: "superseded" },
      { status: "active", sequence_id: rival.sequenceId },
    ]);
    const [told] = await database.sql`
      select because from ledger where enrollment_id = ${first.enrolled[0]?.enrollmentId ?? ""} and kind = 'ended'`;
    expect(told?.because).toMatchObject({
      code: "superseded",
      data: { sequenceId: rival.sequenceId, other: "Payment overdue", reason: "superseded" },
    });
  });

  it("holds a contact to one run about several records of the same sequence", async () => {
    const { sequenceId } = await makeGrouped("normal", "Charges", { target: "charge" });
    const contact = await makeContact(accountId);
    await makeCharge(accountId, contact.id);
    await makeCharge(accountId, contact.id);
    const once = await enroll(accountId, wish(sequenceId, contact.id));
    expect(once.enrolled).toHaveLength(1);
    expect(once.refused).toEqual([{ contactId: contact.id, code: "exclusive", other: "Charges" }]);
    const twice = await enroll(accountId, wish(sequenceId, contact.id));
    expect(twice).toMatchObject({ enrolled: [], existing: [{ contactId: contact.id }] });
  });

  it("is free again when the run is over, and is no matter to sequences without a group", async () => {
    const holder = await makeGrouped("high", "Win back");
    const rival = await makeGrouped("low", "Offer");
    const other = await makeSequence(accountId);
    const contact = await makeContact(accountId);
    const { enrolled } = await enroll(accountId, wish(holder.sequenceId, contact.id));
    expect((await enroll(accountId, wish(other.sequenceId, contact.id))).enrolled).toHaveLength(1);
    const ids = enrolled.map((one) => one.enrollmentId);
    await stopEnrollments(accountId, { ids, actorId: null, now: NOW });
    expect((await enroll(accountId, wish(rival.sequenceId, contact.id))).enrolled).toHaveLength(1);
  });

  it("is that of the version that a run began with", async () => {
    const holder = await makeGrouped("normal", "Win back");
    const rival = await makeGrouped("normal", "Offer");
    const contact = await makeContact(accountId);
    await enroll(accountId, wish(holder.sequenceId, contact.id));
    await database.sql`
      insert into sequence_versions (id, account_id, sequence_id, number, snapshot)
      select gen_random_uuid(), account_id, sequence_id, 2, snapshot || '{"exclusivityGroup": "other"}'
      from sequence_versions where id = ${holder.versionId}`;
    await database.sql`
      update sequences s set live_version_id = v.id from sequence_versions v
      where v.sequence_id = s.id and v.number = 2 and s.id = ${holder.sequenceId}`;
    expect((await enroll(accountId, wish(rival.sequenceId, contact.id))).refused).toMatchObject([
      { code: "exclusive", other: "Win back" },
    ]);
    const second = await makeContact(accountId);
    await enroll(accountId, wish(holder.sequenceId, second.id));
    expect((await enroll(accountId, wish(rival.sequenceId, second.id))).enrolled).toHaveLength(1);
  });

  it("is held against many that enroll at once: one wins, every loser is answered", async () => {
    const sequences = await Promise.all(
      Array.from({ length: 4 }, (_, index) => makeGrouped("normal", `Sequence ${index}`)),
    );
    const contacts = await Promise.all(Array.from({ length: 30 }, () => makeContact(accountId)));
    const ids = contacts.map((contact) => contact.id);
    const answers = await Promise.all(
      sequences.map(({ sequenceId }, index) =>
        enroll(accountId, wish(sequenceId, ...(index % 2 ? ids.toReversed() : ids))),
      ),
    );
    expect(answers.flatMap((one) => one.enrolled)).toHaveLength(30);
    expect(answers.flatMap((one) => one.refused)).toHaveLength(90);
    for (const { refused } of answers) {
      for (const one of refused)
        expect(one).toMatchObject({ code: "exclusive", other: expect.stringMatching(/^Sequence \d$/) });
    }
  });

  it("ends with the highest priority, in whatever order they arrive at once", async () => {
    const low = await makeGrouped("low", "Low");
    const sequences = [await makeGrouped("normal", "Normal"), await makeGrouped("high", "High")];
    for (let round = 0; round < 8; round++) {
      const contact = await makeContact(accountId);
      await enroll(accountId, wish(low.sequenceId, contact.id));
      const arriving = round % 2 ? sequences : sequences.toReversed();
      await Promise.all(arriving.map(({ sequenceId }) => enroll(accountId, wish(sequenceId, contact.id))));
      const live = (await runsOf(contact.id)).filter((run) => run.status !== "ended");
      expect(live).toMatchObject([{ sequence_id: sequences[1]?.sequenceId }]);
    }
  });
});
