import type { TenantRows } from "@/scripts/test/tenant";
import { addRecordAction, changeRecordAction, removeRecordAction } from "./actions";
import type { RecordInput } from "./schema";

const record: RecordInput = {
  kind: "charge",
  title: "Invoice 12",
  amount: 12_345,
  currency: "BRL",
  dueOn: "2026-12-01",
  status: "pending",
  paymentUrl: "",
};

export const tenantRows: TenantRows = {
  addRecordAction: (account, { contactId }) => addRecordAction({ account, contactId, record }),
  changeRecordAction: (account, { chargeId }) => changeRecordAction({ account, recordId: chargeId, record }),
  removeRecordAction: (account, { chargeId }) =>
    removeRecordAction({ account, recordId: chargeId, kind: "charge" }),
};
