import { POST as importContacts } from "@/app/api/a/[account]/contacts/import/route";
import { POST as startImport } from "@/app/api/a/[account]/contacts/import/start/route";
import { GET as getImports } from "@/app/api/a/[account]/contacts/imports/route";
import { GET as getOptions } from "@/app/api/a/[account]/contacts/options/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  blockAction,
  createContactAction,
  liftAction,
  suppressAction,
  unblockAction,
  updateContactAction,
} from "./actions";
import { undoImportAction } from "./import/actions";
import { MAPPING_HEADER } from "./import/report";

const form = {
  name: "Bruno Lima",
  firstName: "Bruno",
  phone: "+5511987654321",
  email: "",
  timeZone: "",
  preferredChannel: "" as const,
  attributes: [],
};
const file = "name,phone\nBruno Lima,+5511987654321\n";
const mapping = { [MAPPING_HEADER]: encodeURIComponent(JSON.stringify(["name", "phone"])) };

export const tenantRows: TenantRows = {
  createContactAction: (account) => createContactAction({ account, ...form }),
  updateContactAction: (account, { contactId }) => updateContactAction({ account, contactId, ...form }),
  suppressAction: (account, { contactId }) => suppressAction({ account, contactId, channel: null }),
  liftAction: (account, { contactId }) => liftAction({ account, contactId, channel: null }),
  blockAction: (account, { contactId }) => blockAction({ account, contactId }),
  unblockAction: (account, { contactId }) => unblockAction({ account, contactId }),
  "GET contacts/options": (account, { canary }) =>
    callRoute(getOptions, { params: { account }, query: `?search=${canary}` }),
  "POST contacts/import": (account) =>
    callRoute(importContacts, { method: "POST", params: { account }, headers: mapping, body: file }),
  "GET contacts/imports": (account) => callRoute(getImports, { params: { account } }),
  undoImportAction: (account, { importId }) => undoImportAction({ account, importId }),
  "POST contacts/import/start": (account) =>
    callRoute(startImport, { method: "POST", params: { account }, body: file }),
};
