import { withAccount } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { CHANNELS, type SequenceDraft } from "@/lib/core/model";
import { draftFindings } from "@/lib/sequences/draft-check";
import { loadPublishContext } from "@/lib/sequences/publish-context";
import type { ImportNotes } from "./schema";

/** What a draft from elsewhere lacks in this account. */
export const notesOn = (accountId: AccountId, draft: SequenceDraft): Promise<ImportNotes> =>
  withAccount(accountId, async (tx) => {
    const context = await loadPublishContext(tx);
    const { problems } = draftFindings(draft, context);
    const unknown = problems.flatMap(({ code, data }) =>
      code === "unknown_variable" || code === "condition_unknown_variable" ? [String(data.variable)] : [],
    );
    const wanted = new Set(draft.steps.map((step) => step.channel));
    const had = new Set(context.inboxes.map((inbox) => inbox.channel));
    return {
      unknownVariables: [...new Set(unknown)].slice(0, MAX_NAMED),
      channelsWithoutInbox: CHANNELS.filter((channel) => wanted.has(channel) && !had.has(channel)),
      problems: problems.length - unknown.length,
    };
  });

/** More names than that no sentence bears. */
const MAX_NAMED = 5;
