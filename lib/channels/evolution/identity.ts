import { type Identity, identitiesOfAddress } from "@/lib/channels/address-identities";

/** WhatsApp's hidden id of a person, which stands for the number where that is not told: `123456789@lid`. */
export const isLid = (address: string): boolean => /^\d{5,20}@lid$/.test(address);

/**
 * Who stands behind the addresses (`5511987654321@s.whatsapp.net`, `123456789@lid`) of one message: the number first,
 * as that is what a contact is known by. Groups, channels and the status feed are nobody.
 */
export function identitiesOf(jids: (string | null | undefined)[]): Identity[] {
  const bare = jids.filter((jid): jid is string => !!jid).map(withoutDevice);
  const numbers = bare.flatMap((jid) => {
    const number = /^(\d+)@(s\.whatsapp\.net|c\.us)$/.exec(jid)?.[1];
    return number ? identitiesOfAddress("whatsapp", number) : [];
  });
  const hidden = bare.filter(isLid).map((value): Identity => ({ kind: "whatsapp", value }));
  return unique([...numbers, ...hidden]);
}

/** One person may write from several devices: `5511987654321:12@s.whatsapp.net`. */
const withoutDevice = (jid: string): string => jid.replace(/:\d+(?=@)/, "");

function unique(identities: Identity[]): Identity[] {
  const seen = new Map(identities.map((identity) => [`${identity.kind} ${identity.value}`, identity]));
  return [...seen.values()];
}
