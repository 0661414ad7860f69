import type { TenantRows } from "@/scripts/test/tenant";
import { startFromGalleryAction } from "./actions";

export const tenantRows: TenantRows = {
  startFromGalleryAction: (account) =>
    startFromGalleryAction({ account, readyMadeId: "renewal", locale: "en" }),
};
