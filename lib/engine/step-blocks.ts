import { randomUUID } from "node:crypto";
import type { SqlTx } from "@/db/client";
import { raiseAlert, resolveAlert } from "./alerts";
import { storable } from "./storable";
import { wakeRuns } from "./wake";
import { withoutAddresses } from "./without-addresses";

type Blocking = {
  sequenceId: string;
  stepId: string;
  /** Blocked for this inbox alone. */
  inboxId: string;
  /** The provider's code, and its words for a person. */
  code: string;
  detail: string;
  /** The HSM template that it is about: a change of it lifts the block. */
  template?: { name: string; language: string } | null;
  now: Date;
};

const blockedKey = (stepId: string, inboxId: string) => `step_blocked:${stepId}:${inboxId}`;

/** The provider does not take this step as it is: its runs wait at it until it is mended. Answers whether it is new. */
export async function blockStep(
  tx: SqlTx,
  accountId: string,
  { sequenceId, stepId, inboxId, code, detail, template, now }: Blocking,
): Promise<{ changed: boolean }> {
  const said = storable(withoutAddresses(detail), 500);
  const blocked = await tx`
    insert into step_blocks
      (account_id, sequence_id, step_id, inbox_id, code, detail, template_name, template_language, at)
    values (${accountId}, ${sequenceId}, ${stepId}, ${inboxId}, ${code}, ${said},
      ${template?.name ?? null}, ${template?.language ?? null}, ${now})
    on conflict (step_id, inbox_id) where lifted_at is null do nothing returning id`;
  if (blocked.length === 0) return { changed: false };
  const [names] = await tx<{ sequence: string; inbox: string }[]>`
    select s.name as sequence, i.name as inbox from sequences s, inboxes i
    where s.id = ${sequenceId} and i.id = ${inboxId}`;
  const data = { ...names, code, detail: storable(detail, 300), template: template?.name ?? null };
  const dedupeKey = blockedKey(stepId, inboxId);
  await raiseAlert(tx, accountId, {
    ...{ kind: "step_blocked", dedupeKey, inboxId, sequenceId, stepId, data, now },
  });
  return { changed: true };
}

/** Of a step, or of every step that waits for this template. */
type BlocksOf =
  | { stepId: string; inboxId?: string }
  | { inboxId: string; templateName: string; language?: string };

/** The steps may be tried again: the runs that stand at them decide at once. Answers how many blocks were lifted. */
export async function liftBlocks(
  tx: SqlTx,
  accountId: string,
  lifting: BlocksOf & { actorId: string | null; now: Date },
): Promise<number> {
  const { actorId, now } = lifting;
  const open = await findOpen(tx, lifting);
  if (open.length === 0) return 0;
  // The runs first, as everybody takes them: one that is deciding right now is waited for and decides again.
  const runs = await tx<{ id: string; step_id: string }[]>`
    select id, step_id from enrollments
    where sequence_id = any(${open.map((one) => one.sequence_id)}) and status = 'active'
      and step_id = any(${open.map((one) => one.step_id)})
      and (next_because in ('step_blocked', 'template_unusable') or next_action_at <= ${now})
    order by id for update`;
  const lifted = await tx<{ step_id: string; inbox_id: string }[]>`
    update step_blocks set lifted_at = ${now}, lifted_by = ${actorId}
    where id = any(${open.map(({ id }) => id)}) and lifted_at is null returning step_id, inbox_id`;
  for (const { step_id: stepId, inbox_id: inboxId } of lifted) {
    await resolveAlert(tx, accountId, { dedupeKey: blockedKey(stepId, inboxId), now });
  }
  const steps = new Set(lifted.map((one) => one.step_id));
  const ids = runs.filter((run) => steps.has(run.step_id)).map(({ id }) => id);
  await tx`update enrollments set next_action_at = ${now} 
    where id = any(${ids}) and next_because in ('step_blocked', 'template_unusable')`;
  await wakeRuns(tx, accountId, ids, randomUUID());
  return lifted.length;
}

type OpenBlock = { id: string; step_id: string; sequence_id: string };

const findOpen = (tx: SqlTx, of: BlocksOf): Promise<OpenBlock[]> =>
  "templateName" in of
    ? tx<OpenBlock[]>`
        select id, step_id, sequence_id from step_blocks
        where inbox_id = ${of.inboxId} and template_name = ${of.templateName} and lifted_at is null
          and (${of.language ?? null}::text is null or template_language = ${of.language ?? null})`
    : tx<OpenBlock[]>`
        select id, step_id, sequence_id from step_blocks
        where step_id = ${of.stepId} and lifted_at is null
          and (${of.inboxId ?? null}::uuid is null or inbox_id = ${of.inboxId ?? null})`;
