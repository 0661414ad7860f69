import * as z from "zod";

export const publishShape = {
  sequenceId: z.uuid(),
  draftRevision: z.number().int().min(0),
  note: z.string().trim().max(500),
};
