import * as z from "zod";
import { runChoices } from "@/lib/enrollments/read-choices";
import { accountRoute } from "@/lib/route";

const askedSchema = z.object({ sequence: z.uuid().optional() });

export const GET = accountRoute("enrollments.view", ({ accountId, searchParams }) =>
  runChoices(accountId, askedSchema.parse(Object.fromEntries(searchParams)).sequence),
);
