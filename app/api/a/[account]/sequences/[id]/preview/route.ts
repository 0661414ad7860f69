import { accountRoute } from "@/lib/route";
import { previewDraft } from "@/lib/sequences/preview";

export const GET = accountRoute("sequences.view", ({ accountId, params, searchParams, person }) =>
  previewDraft(accountId, {
    sequenceId: params.id ?? "",
    contactId: searchParams.get("contactId") ?? "",
    agent: person,
    now: new Date(),
  }),
);
