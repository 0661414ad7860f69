import type { ChannelDriver } from "@/lib/channels/driver";
import { sandboxDriver } from "@/lib/channels/sandbox/driver";
import { smtpDriver } from "@/lib/channels/smtp/driver";
import { whatsappDriver } from "@/lib/channels/whatsapp-cloud/driver";
import type { Provider } from "@/lib/core/model";

const drivers: Partial<Record<Provider, ChannelDriver>> = {
  sandbox: sandboxDriver,
  whatsapp_cloud: whatsappDriver,
  smtp: smtpDriver,
};

/** The driver of a provider. Settings and secrets of an inbox are parsed with its schemas before they are passed to it. */
export function driverOf(provider: Provider): ChannelDriver {
  const driver = drivers[provider];
  if (!driver) throw new Error(`There is no driver of ${provider}.`);
  return driver;
}

/** Puts another driver in the place of its provider's: one with less patience, for tests of providers that say nothing. */
export function replaceDriver(driver: ChannelDriver): void {
  drivers[driver.provider] = driver;
}

/** Lets go of every pooled connection, at the end of a process. */
export function closeDrivers(): void {
  for (const driver of Object.values(drivers)) driver?.close?.();
}
