import "server-only";
import * as z from "zod";
import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Facts } from "@/lib/core/facts";
import type { SequenceSnapshot } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { type PreviewStep, preview, previewFacts } from "@/lib/core/preview";
import { standInRecord } from "@/lib/core/stand-in";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import { type AboutContact, aboutContact } from "@/lib/engine/about-contact";
import { agentOf } from "@/lib/engine/agent";
import { recordKindOf } from "@/lib/engine/record-facts";
import { AppError } from "@/lib/errors";
import { getDraft } from "@/lib/sequences/data";
import type { ContactPreview, PreviewLine } from "./schema";

type Wish = { sequenceId: string; contactId: string; now: Date };

/**
 * What the saved draft would do for one contact from now on, decided by the engine's own rules. Throws `not_found`, and
 * `invalid` for a draft that is not finished.
 */
export async function previewDraft(accountId: AccountId, wish: Wish): Promise<ContactPreview> {
  const { draft, draftRevision } = await getDraft(accountId, wish.sequenceId);
  const parsed = sequenceSnapshotSchema.safeParse(draft);
  if (!parsed.success) throw new AppError("invalid", "draft_incomplete");
  const snapshot = parsed.data;
  const { agent, ...about } = await loadAbout(accountId, snapshot, wish);
  const { record, standsIn } = recordOf(about, snapshot, wish.now);
  const { sequenceId, now } = wish;
  const facts = previewFacts(snapshot, { ...about, record, agent, sequenceId }, now);
  const foreseen = preview(facts, now);
  return {
    contact: { id: about.contact.id, name: about.contact.name },
    draftRevision,
    steps: foreseen.steps.map((step) => lineOf(step, about.inboxes)),
    end: foreseen.end && { ...foreseen.end, at: foreseen.end.at.toISOString() },
    waitsFor: foreseen.waitsFor,
    isHoldout: facts.enrollment.isHoldout,
    standsIn,
  };
}

/** As a run that begins now would find it: who is responsible is the sequence's default. */
async function loadAbout(accountId: AccountId, snapshot: SequenceSnapshot, { contactId, now }: Wish) {
  if (!z.uuid().safeParse(contactId).success) throw new AppError("not_found");
  return withAccountSql(accountId, async (tx) => {
    const about = await aboutContact(tx, { contactId, snapshot, now });
    if (!about) throw new AppError("not_found");
    return { ...about, agent: await agentOf(tx, snapshot.defaultAssigneeId) };
  });
}

function recordOf({ record, settings }: AboutContact, { target }: SequenceSnapshot, now: Date) {
  const kind = recordKindOf(target);
  if (record || !kind) return { record, standsIn: null };
  const today = isoDateOf(toLocalMs(now.getTime(), settings.timeZone));
  return { record: standInRecord(kind, now, today, settings.currency), standsIn: kind };
}

function lineOf({ at, send, ...step }: PreviewStep, inboxes: Facts["inboxes"]): PreviewLine {
  const line = { ...step, at: at.toISOString() };
  if (!send) return { ...line, send };
  const { inboxId, ...how } = send;
  return { ...line, send: { ...how, inbox: inboxes.find(({ id }) => id === inboxId)?.name ?? "" } };
}
