import { GET as exportSequence } from "@/app/api/a/[account]/sequences/[id]/export/route";
import { POST as readFile } from "@/app/api/a/[account]/sequences/import/read/route";
import { POST as importSequence } from "@/app/api/a/[account]/sequences/import/route";
import { emptyDraft } from "@/lib/sequences/schema";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import { sequenceFileOf } from "./write-file";

const file = JSON.stringify(
  sequenceFileOf({ name: "From a file", description: "", tags: [], draft: emptyDraft() }, new Date(0)),
);

export const tenantRows: TenantRows = {
  "GET sequences/[id]/export": (account, { sequenceId }) =>
    callRoute(exportSequence, { params: { account, id: sequenceId } }),
  "POST sequences/import": (account) =>
    callRoute(importSequence, { method: "POST", params: { account }, body: file }),
  "POST sequences/import/read": (account) =>
    callRoute(readFile, { method: "POST", params: { account }, body: file }),
};
