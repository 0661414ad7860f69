/**
 * The basic character set of GSM 03.38, in which an SMS segment holds 160 characters; those of the extension count
 * twice. Any other character turns the whole message to UCS-2 with 70. Joined segments lose a few to their header.
 * https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding
 */
const GSM_BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const GSM_EXTENDED = "^{}\\[~]|€\f";

export type SmsSize = {
  segments: number;
  isUnicode: boolean;
  /** The characters that force UCS-2, each once, in their order. */
  forcing: string[];
};

/** What a text takes as an SMS. An empty text takes no segment. */
export function smsSize(text: string): SmsSize {
  let units = 0;
  const forcing = new Set<string>();
  for (const character of text) {
    if (GSM_BASIC.includes(character)) units += 1;
    else if (GSM_EXTENDED.includes(character)) units += 2;
    else forcing.add(character);
  }
  const segments = forcing.size > 0 ? segmentsOf(text.length, 70, 67) : segmentsOf(units, 160, 153);
  return { segments, isUnicode: forcing.size > 0, forcing: [...forcing] };
}

function segmentsOf(units: number, single: number, joined: number): number {
  return units <= single ? Math.min(units, 1) : Math.ceil(units / joined);
}
