import { GET as getState } from "@/app/api/a/[account]/sequences/[id]/people/route";
import { GET as getForecast } from "@/app/api/a/[account]/sequences/[id]/people/trial/forecast/route";
import { GET as getTrial } from "@/app/api/a/[account]/sequences/[id]/people/trial/route";
import { GET as getCounts } from "@/app/api/a/[account]/suggestions/counts/route";
import { GET as getSuggestions } from "@/app/api/a/[account]/suggestions/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  acceptSuggestionsAction,
  cancelTrialAction,
  dismissSuggestionsAction,
  restoreSuggestionsAction,
  saveAiEnrollmentAction,
  startTrialAction,
  switchAiEnrollmentAction,
} from "./actions";
import { FIRST_CONFIG } from "./schema";

export const tenantRows: TenantRows = {
  "GET suggestions": (account, { sequenceId }) =>
    callRoute(getSuggestions, { params: { account }, query: `?sequence=${sequenceId}` }),
  "GET suggestions/counts": (account) => callRoute(getCounts, { params: { account } }),
  "GET sequences/[id]/people": (account, { sequenceId: id }) =>
    callRoute(getState, { params: { account, id } }),
  "GET sequences/[id]/people/trial": (account, { sequenceId: id }) =>
    callRoute(getTrial, { params: { account, id } }),
  "GET sequences/[id]/people/trial/forecast": (account, { sequenceId: id }) =>
    callRoute(getForecast, { params: { account, id } }),
  saveAiEnrollmentAction: (account, { sequenceId, inboxId }) =>
    saveAiEnrollmentAction({
      account,
      sequenceId,
      config: { ...FIRST_CONFIG, instruction: "Whoever asked for a price", inboxIds: [inboxId] },
    }),
  switchAiEnrollmentAction: (account, { sequenceId }) =>
    switchAiEnrollmentAction({ account, sequenceId, isOn: false }),
  startTrialAction: (account, { sequenceId }) => startTrialAction({ account, sequenceId }),
  cancelTrialAction: (account, { sequenceId }) => cancelTrialAction({ account, sequenceId }),
  acceptSuggestionsAction: (account, { suggestionId }) =>
    acceptSuggestionsAction({ account, ids: [suggestionId] }),
  dismissSuggestionsAction: (account, { suggestionId }) =>
    dismissSuggestionsAction({ account, ids: [suggestionId] }),
  restoreSuggestionsAction: (account, { dismissedSuggestionId }) =>
    restoreSuggestionsAction({ account, ids: [dismissedSuggestionId] }),
};
