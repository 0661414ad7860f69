/**
 * Mails are bytes and are stored as text: as they stand where they are UTF-8, which nearly all are, else one letter per
 * byte behind a mark. Nothing is lost, and the addresses in it can be searched for. Postgres takes no NUL, so its sign
 * stands for it.
 */
export function textOfBytes(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  const isFaithful =
    !text.includes("\0") && !text.startsWith(MARK) && Buffer.from(text, "utf8").equals(bytes);
  return isFaithful ? text : MARK + bytes.toString("latin1").replaceAll("\0", NUL_SIGN);
}

export const bytesOfText = (text: string): Buffer =>
  text.startsWith(MARK)
    ? Buffer.from(text.slice(MARK.length).replaceAll(NUL_SIGN, "\0"), "latin1")
    : Buffer.from(text, "utf8");

const MARK = "bytes:";
const NUL_SIGN = "\u2400";
