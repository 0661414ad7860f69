/**
 * An email address in the form in which it is stored and compared, or null when it is not one. Lower case as a
 * whole: no provider in use tells mailboxes apart by case. Internationalised domains become their ASCII form.
 */
export function normaliseEmail(input: string): string | null {
  const text = input
    .trim()
    .replace(/^mailto:/i, "")
    .normalize("NFC")
    .toLowerCase();
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  // RFC 5321 4.5.3.1 limits; quoted local parts are refused, nobody has them.
  if (at < 1 || local.length > 64 || !domain || local.length + 1 + domain.length > 254) return null;
  if (!/^[^\s@<>()[\]\\,;:"]+$/.test(local) || /^\.|\.\.|\.$/.test(local)) return null;
  return `${local}@${domain}`;
}

function asciiDomain(domain: string): string | null {
  if (/[/?#@:\\%\s]/.test(domain)) return null;
  const ascii = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : "";
  const isDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/.test(
    ascii,
  );
  return isDomain ? ascii : null;
}
