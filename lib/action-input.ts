import * as z from "zod";

/** What every action of an account is told first: the slug in the address. Extend it with the action's own fields. */
export const accountInput = z.object({ account: z.string().min(1).max(80) });
