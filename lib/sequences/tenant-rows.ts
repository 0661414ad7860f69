import { GET as getStoredDraft } from "@/app/api/a/[account]/sequences/[id]/draft/route";
import { GET as getPreview } from "@/app/api/a/[account]/sequences/[id]/preview/route";
import { GET as getSequence } from "@/app/api/a/[account]/sequences/[id]/route";
import { GET as getContact } from "@/app/api/a/[account]/sequences/contacts/[contactId]/route";
import { GET as findContacts } from "@/app/api/a/[account]/sequences/contacts/route";
import { GET as getMissingValues } from "@/app/api/a/[account]/sequences/missing-values/route";
import { GET as getSequences } from "@/app/api/a/[account]/sequences/route";
import { GET as getSends } from "@/app/api/a/[account]/sequences/sends/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  archiveSequenceAction,
  createSequenceAction,
  describeSequenceAction,
  duplicateSequenceAction,
  pauseSequenceAction,
  renameSequenceAction,
  resumeSequenceAction,
  saveDraftAction,
} from "./actions";

export const tenantRows: TenantRows = {
  createSequenceAction: (account) => createSequenceAction({ account, name: "New" }),
  duplicateSequenceAction: (account, { sequenceId }) =>
    duplicateSequenceAction({ account, sequenceId, name: "Copy" }),
  renameSequenceAction: (account, { sequenceId }) =>
    renameSequenceAction({ account, sequenceId, name: "Renamed" }),
  describeSequenceAction: (account, { sequenceId }) =>
    describeSequenceAction({ account, sequenceId, description: "Described", tags: ["one"] }),
  saveDraftAction: (account, { sequenceId, snapshot }) =>
    saveDraftAction({ account, sequenceId, draft: { ...snapshot, steps: [] }, draftRevision: 0 }),
  pauseSequenceAction: (account, { sequenceId }) => pauseSequenceAction({ account, sequenceId }),
  resumeSequenceAction: (account, { sequenceId }) => resumeSequenceAction({ account, sequenceId }),
  archiveSequenceAction: (account, { sequenceId }) => archiveSequenceAction({ account, sequenceId }),
  "GET sequences": (account) => callRoute(getSequences, { params: { account } }),
  "GET sequences/[id]": (account, { sequenceId }) =>
    callRoute(getSequence, { params: { account, id: sequenceId } }),
  "GET sequences/[id]/draft": (account, { sequenceId }) =>
    callRoute(getStoredDraft, { params: { account, id: sequenceId } }),
  "GET sequences/[id]/preview": (account, { sequenceId, contactId }) =>
    callRoute(getPreview, { params: { account, id: sequenceId }, query: `?contactId=${contactId}` }),
  "GET sequences/sends": (account) => callRoute(getSends, { params: { account } }),
  "GET sequences/missing-values": (account) =>
    callRoute(getMissingValues, { params: { account }, query: "?variables=contact.email,charge.link" }),
  "GET sequences/contacts": (account, { canary }) =>
    callRoute(findContacts, { params: { account }, query: `?q=${canary}` }),
  "GET sequences/contacts/[contactId]": (account, { contactId }) =>
    callRoute(getContact, { params: { account, contactId } }),
};
