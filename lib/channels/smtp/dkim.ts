import type { SmtpConfig, SmtpSecrets } from "./config";

/**
 * What the signature covers (RFC 6376 section 5.4.1). Mailbox providers honour one-click unsubscribe only where both
 * of its headers are signed (RFC 8058 section 4), and the library's own list has but one of them.
 */
const SIGNED_HEADERS = [
  ...["From", "Reply-To", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References"],
  ...["MIME-Version", "Content-Type", "Content-Transfer-Encoding"],
  ...["List-Unsubscribe", "List-Unsubscribe-Post"],
].join(":");

type Signed = { config: SmtpConfig; secrets: SmtpSecrets };

/** How the mails of an inbox are signed; undefined when another server does it, or nobody. */
export function dkimOf({ config, secrets }: Signed) {
  if (!config.dkimDomain || !secrets.dkimPrivateKey) return undefined;
  return {
    domainName: config.dkimDomain,
    keySelector: config.dkimSelector,
    privateKey: secrets.dkimPrivateKey,
    headerFieldNames: SIGNED_HEADERS,
  };
}

/** A mail that should be signed must not go out without: its domain's policy may have it thrown away unseen. */
export const lacksKey = ({ config, secrets }: Signed): boolean =>
  config.dkimDomain !== "" && secrets.dkimPrivateKey === "";
