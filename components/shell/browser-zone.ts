/** The zone that the browser's clock shows. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
