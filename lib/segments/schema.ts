import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { isUnconditional } from "@/lib/core/conditions";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { conditionGroupsSchema } from "@/lib/core/model-schemas";

/** A saved filter over contacts. */
export type Segment = { id: string; name: string; filter: ConditionGroups };

const name = z.string().trim().min(1).max(80);
const filter = conditionGroupsSchema.refine((groups) => !isUnconditional(groups), { error: "filter_empty" });

export const saveSegmentSchema = accountInput.extend({ name, filter });
/** Either may change; the other one stays. */
export const changeSegmentSchema = accountInput.extend({
  id: z.uuid(),
  name: name.optional(),
  filter: filter.optional(),
});
export const segmentIdSchema = accountInput.extend({ id: z.uuid() });
