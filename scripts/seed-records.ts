import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { moveDeal } from "@/lib/records/deals";
import { addRecord } from "@/lib/records/mutations";
import { firstStage } from "@/lib/records/pipelines";

type Seed = { contactIds: string[]; actorId: string; now: Date };

const DAY = 86_400_000;

/** Title, amount in minor units, and the stage that it stands in, counted from the first. */
const DEALS = [
  ["Solar roof, 12 panels", 4_850_000, 0],
  ["Maintenance plan", 240_000, 0],
  ["Heat pump", 2_190_000, 1],
  ["Battery, 10 kWh", 3_600_000, 2],
  ["Office building, phase 2", 18_900_000, 3],
] as const;

/** Title, days from now, hour (UTC) and whether the contact has confirmed it. */
const APPOINTMENTS = [
  ["Site visit", 1, 13, "confirmed"],
  ["Video call about the offer", 1, 17, "booked"],
  ["Installation", 6, 12, "booked"],
] as const;

/** Title, amount in minor units, days until it is due, and its state. */
const CHARGES = [
  ["Invoice 1041", 89_000, 5, "pending"],
  ["Invoice 1038", 125_050, -3, "overdue"],
  ["Deposit for the heat pump", 438_000, 12, "pending"],
  ["Invoice 1029", 89_000, -20, "paid"],
] as const;

/** A few deals, appointments and charges for the demo account, through the same verbs as everybody's. */
export async function seedRecords(accountId: AccountId, { contactIds, ...by }: Seed): Promise<void> {
  const contactOf = (index: number) => contactIds[index % contactIds.length] ?? "";
  const owned = { assigneeId: by.actorId };
  const dayIn = (days: number) => new Date(by.now.getTime() + days * DAY).toISOString().slice(0, 10);
  const stageIds = await stagesOf(accountId);

  for (const [index, [title, amount, stage]] of DEALS.entries()) {
    const { id: dealId } = await addRecord(accountId, {
      contactId: contactOf(index),
      record: {
        ...{ kind: "deal", title, amount, currency: "BRL", status: "open", ...owned },
        ...{ stageId: null, expectedCloseOn: dayIn(10 + index * 4), lostReason: "" },
      },
      ...by,
    });
    await moveDeal(accountId, { dealId, stageId: stageIds[stage] ?? "", ...by });
  }
  for (const [index, [title, days, hour, status]] of APPOINTMENTS.entries()) {
    const startsAt = `${dayIn(days)}T${hour}:00:00Z`;
    const endsAt = `${dayIn(days)}T${hour + 1}:00:00Z`;
    const record = { kind: "appointment" as const, title, startsAt, endsAt, location: "", status, ...owned };
    await addRecord(accountId, { contactId: contactOf(index + 2), record, ...by });
  }
  for (const [index, [title, amount, days, status]] of CHARGES.entries()) {
    const paymentUrl = `https://pay.example.com/${title.toLowerCase().replaceAll(" ", "-")}`;
    const price = { amount, currency: "BRL", dueOn: dayIn(days), paymentUrl };
    const record = { kind: "charge" as const, title, status, ...price, ...owned };
    await addRecord(accountId, { contactId: contactOf(index + 1), record, ...by });
  }
}

const stagesOf = (accountId: AccountId): Promise<string[]> =>
  withAccountSql(accountId, async (tx) => {
    await firstStage(tx, accountId);
    const rows = await tx<{ id: string }[]>`select id from stages order by position`;
    return rows.map(({ id }) => id);
  });
