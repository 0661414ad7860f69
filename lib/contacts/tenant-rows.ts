import { GET as getMergePreview } from "@/app/api/a/[account]/contacts/[contactId]/merge/route";
import { GET as getPerson } from "@/app/api/a/[account]/contacts/[contactId]/person/route";
import { GET as getTimeline } from "@/app/api/a/[account]/contacts/[contactId]/timeline/route";
import { GET as getChoices } from "@/app/api/a/[account]/contacts/choices/route";
import { GET as getCount } from "@/app/api/a/[account]/contacts/count/route";
import { GET as getExport } from "@/app/api/a/[account]/contacts/export/route";
import { POST as importContacts } from "@/app/api/a/[account]/contacts/import/route";
import { POST as startImport } from "@/app/api/a/[account]/contacts/import/start/route";
import { GET as getImports } from "@/app/api/a/[account]/contacts/imports/route";
import { GET as getOptions } from "@/app/api/a/[account]/contacts/options/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  addAddressAction,
  assignContactAction,
  blockAction,
  changeContactsAction,
  createContactAction,
  eraseContactAction,
  liftAction,
  mergeContactsAction,
  preferAddressAction,
  removeAddressAction,
  suppressAction,
  tagContactAction,
  unblockAction,
  untagContactAction,
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
  addAddressAction: (account, { contactId }) =>
    addAddressAction({ account, contactId, kind: "email", value: "tenant@example.com" }),
  removeAddressAction: (account, { contactId, identityId }) =>
    removeAddressAction({ account, contactId, identityId }),
  preferAddressAction: (account, { contactId, identityId }) =>
    preferAddressAction({ account, contactId, identityId }),
  tagContactAction: (account, { contactId }) => tagContactAction({ account, contactId, tag: "one" }),
  untagContactAction: (account, { contactId }) => untagContactAction({ account, contactId, tag: "old" }),
  assignContactAction: (account, { contactId }) => assignContactAction({ account, contactId, userId: null }),
  mergeContactsAction: (account, { contactId, freeContactId }) =>
    mergeContactsAction({ account, survivorId: contactId, loserId: freeContactId }),
  eraseContactAction: (account, { freeContactId, canary }) =>
    eraseContactAction({ account, contactId: freeContactId, typedName: `Second ${canary}` }),
  "GET contacts/[contactId]/merge": (account, { contactId, freeContactId }) =>
    callRoute(getMergePreview, { params: { account, contactId }, query: `?with=${freeContactId}` }),
  "GET contacts/[contactId]/person": (account, { contactId }) =>
    callRoute(getPerson, { params: { account, contactId } }),
  "GET contacts/[contactId]/timeline": (account, { contactId }) =>
    callRoute(getTimeline, { params: { account, contactId } }),
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
