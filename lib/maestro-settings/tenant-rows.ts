import type { TenantRows } from "@/scripts/test/tenant";
import { changeMaestroAction, switchMaestroAction, testMaestroAction } from "./actions";
import { MAESTRO_DEFAULTS } from "./schema";

/** Nobody listens there, and it is refused before it is called. */
const nowhere = { baseUrl: "https://127.0.0.1:1/v1", model: "none", timeoutSeconds: 2 };

export const tenantRows: TenantRows = {
  changeMaestroAction: (account) =>
    changeMaestroAction({
      ...{ account, voice: "Warm", apiKey: "sk-tenant-0123456789" },
      before: { voice: MAESTRO_DEFAULTS.voice },
    }),
  switchMaestroAction: (account) => switchMaestroAction({ account, isOn: true }),
  testMaestroAction: (account) => testMaestroAction({ account, ...nowhere, apiKey: "" }),
};
