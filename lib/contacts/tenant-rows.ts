import { GET as getChoices } from "@/app/api/a/[account]/contacts/choices/route";
import { GET as getCount } from "@/app/api/a/[account]/contacts/count/route";
import { GET as getExport } from "@/app/api/a/[account]/contacts/export/route";
import { POST as importContacts } from "@/app/api/a/[account]/contacts/import/route";
import { POST as startImport } from "@/app/api/a/[account]/contacts/import/start/route";
import { GET as getImports } from "@/app/api/a/[account]/contacts/imports/route";
import { GET as getOptions } from "@/app/api/a/[account]/contacts/options/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  blockAction,
  changeContactsAction,
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
  changeContactsAction: (account, { contactId, freeContactId }) =>
    changeContactsAction({
      account,
      whom: { kind: "contacts", ids: [contactId, freeContactId] },
      act: { do: "add_tag", tag: "bulk" },
    }),
  "GET contacts/choices": (account) => callRoute(getChoices, { params: { account } }),
  "GET contacts/count": (account) => callRoute(getCount, { params: { account } }),
  "GET contacts/export": (account) => callRoute(getExport, { params: { account } }),
  "GET contacts/options": (account, { canary }) =>
    callRoute(getOptions, { params: { account }, query: `?search=${canary}` }),
  "POST contacts/import": (account) =>
    callRoute(importContacts, { method: "POST", params: { account }, headers: mapping, body: file }),
  "GET contacts/imports": (account) => callRoute(getImports, { params: { account } }),
  undoImportAction: (account, { importId }) => undoImportAction({ account, importId }),
  "POST contacts/import/start": (account) =>
    callRoute(startImport, { method: "POST", params: { account }, body: file }),
};
