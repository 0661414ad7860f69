import { accountRoute } from "@/lib/route";
import { previewDraft } from "@/lib/simulation/preview-draft";

export const GET = accountRoute("sequences.view", ({ accountId, params, searchParams }) =>
  previewDraft(accountId, {
    sequenceId: params.id ?? "",
    contactId: searchParams.get("contactId") ?? "",
    now: new Date(),
  }),
);
