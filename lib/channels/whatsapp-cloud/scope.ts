/**
 * Numbers with the same answer share Meta's limit of different people a day. Meta counts by business portfolio, which it
 * does not name; the business account is the nearest that it does.
 */
export function recipientScope(config: { businessAccountId: string; phoneNumberId: string }): string {
  return `whatsapp_cloud:${config.businessAccountId || config.phoneNumberId}`;
}
