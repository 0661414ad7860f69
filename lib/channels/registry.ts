import type { ChannelDriver } from "@/lib/channels/driver";
import { evolutionDriver } from "@/lib/channels/evolution/driver";
import { httpDriver } from "@/lib/channels/http/driver";
import { sandboxDriver } from "@/lib/channels/sandbox/driver";
import { smtpDriver } from "@/lib/channels/smtp/driver";
import { twilioDriver } from "@/lib/channels/twilio/driver";
import { whatsappDriver } from "@/lib/channels/whatsapp-cloud/driver";
import type { Provider } from "@/lib/core/model-inboxes";

const drivers: Record<Provider, ChannelDriver> = {
  sandbox: sandboxDriver,
  whatsapp_cloud: whatsappDriver,
  evolution: evolutionDriver,
  smtp: smtpDriver,
  twilio: twilioDriver,
  http: httpDriver,
};

/** The driver of a provider. Settings and secrets of an inbox are parsed with its schemas before they are passed to it. */
export const driverOf = (provider: Provider): ChannelDriver => drivers[provider];

/** Puts another driver in the place of its provider's: one with less patience, for tests of providers that say nothing. */
export function replaceDriver(driver: ChannelDriver): void {
  drivers[driver.provider] = driver;
}

/** Lets go of every pooled connection, at the end of a process. */
export function closeDrivers(): void {
  for (const driver of Object.values(drivers)) driver.close?.();
}
