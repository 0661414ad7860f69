/** Providers' words without telephone numbers and mail addresses, for what is kept beyond the message it was said of. */
export const withoutAddresses = (text: string): string =>
  text.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, "…").replace(/\+?\d[\d\s().-]{6,}\d/g, "…");
