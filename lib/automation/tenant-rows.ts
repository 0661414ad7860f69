import { GET as getMacros } from "@/app/api/a/[account]/macros/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import * as actions from "./actions";

const trigger = { event: "contact.created" as const, match: "all" as const, conditions: [] };
const written = { name: "Greet", trigger, actions: [{ do: "add_tag" as const, tag: "new" }] };
const macro = { name: "Greet", actions: written.actions, isShared: true };

export const tenantRows: TenantRows = {
  createRuleAction: (account) => actions.createRuleAction({ account, ...written }),
  updateRuleAction: (account, { ruleId }) =>
    actions.updateRuleAction({ account, ruleId, revision: 0, ...written }),
  switchRuleAction: (account, { ruleId }) => actions.switchRuleAction({ account, ruleId, isOn: true }),
  duplicateRuleAction: (account, { ruleId }) =>
    actions.duplicateRuleAction({ account, ruleId, name: "Copy" }),
  archiveRuleAction: (account, { ruleId }) => actions.archiveRuleAction({ account, ruleId }),
  restoreRuleAction: (account, { archivedRuleId }) =>
    actions.restoreRuleAction({ account, ruleId: archivedRuleId }),
  testRuleAction: (account) => actions.testRuleAction({ account, ...written }),
  foreseeRuleAction: (account, { contactId, dealId, conversationId }) =>
    actions.foreseeRuleAction({
      ...{ account, ...written },
      subject: { contactId, recordId: dealId, conversationId },
    }),
  createMacroAction: (account) => actions.createMacroAction({ account, ...macro }),
  updateMacroAction: (account, { macroId }) => actions.updateMacroAction({ account, macroId, ...macro }),
  archiveMacroAction: (account, { macroId }) => actions.archiveMacroAction({ account, macroId }),
  restoreMacroAction: (account, { archivedMacroId }) =>
    actions.restoreMacroAction({ account, macroId: archivedMacroId }),
  runMacroAction: (account, { macroId, conversationId }) =>
    actions.runMacroAction({ account, macroId, conversationId }),
  foreseeMacroAction: (account, { macroId, conversationId }) =>
    actions.foreseeMacroAction({ account, macroId, conversationId }),
  "GET macros": (account) => callRoute(getMacros, { params: { account } }),
};
