import { driverOf } from "@/lib/channels/registry";
import type { Provider } from "@/lib/core/model-inboxes";

/** What rules ask about an inbox's provider. */
export function inboxTraits(provider: Provider): { hasWindow: boolean; hasTemplates: boolean } {
  const { hasWindow, hasTemplates } = driverOf(provider);
  return { hasWindow, hasTemplates };
}
