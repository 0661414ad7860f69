import { GET as getUses } from "@/app/api/a/[account]/templates/[id]/uses/route";
import { GET as getTemplates } from "@/app/api/a/[account]/templates/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  archiveTemplateAction,
  createTemplateAction,
  duplicateTemplateAction,
  restoreTemplateAction,
  updateTemplateAction,
} from "./actions";

const form = { name: "Greeting", category: "greeting" as const, texts: { en: { text: "Hello" } } };

export const tenantRows: TenantRows = {
  createTemplateAction: (account) => createTemplateAction({ account, ...form }),
  updateTemplateAction: (account, { templateId }) => updateTemplateAction({ account, templateId, ...form }),
  duplicateTemplateAction: (account, { templateId }) =>
    duplicateTemplateAction({ account, templateId, name: "Copy" }),
  archiveTemplateAction: (account, { templateId }) => archiveTemplateAction({ account, templateId }),
  restoreTemplateAction: (account, { archivedTemplateId }) =>
    restoreTemplateAction({ account, templateId: archivedTemplateId }),
  "GET templates": (account) => callRoute(getTemplates, { params: { account } }),
  "GET templates/[id]/uses": (account, { templateId }) =>
    callRoute(getUses, { params: { account, id: templateId } }),
};
