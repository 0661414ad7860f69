import type { Because, ContactFacts, Facts, InboxFacts } from "./facts";
import type { Recipients } from "./pace-facts";

type OfContact = Pick<ContactFacts, "sends" | "messagedAt"> & { pairs: Map<string, Date> };
type OfInbox = Pick<InboxFacts, "used"> & { nextAtMs: number | null };

/**
 * What runs that are decided one after another use up together, before any table knows of it: a simulation's, or those
 * of one batch. An inbox without limits has nothing to share.
 */
export function createShared() {
  const contacts = new Map<string, OfContact>();
  const inboxes = new Map<string, OfInbox>();
  const recipients = new Map<string, Recipients>();

  const newest = (inbox: InboxFacts, own: OfContact | undefined): InboxFacts => {
    const known = inboxes.get(inbox.id);
    const people = inbox.pace.recipients && recipients.get(inbox.pace.recipients.scope);
    const pairAt = own?.pairs.get(inbox.id);
    if (!known && !people && !pairAt) return inbox;
    const { used, pace } = inbox;
    return {
      ...inbox,
      used: known?.used ?? used,
      pace: {
        ...pace,
        nextAtMs: known ? known.nextAtMs : pace.nextAtMs,
        pairAt: pairAt ?? pace.pairAt,
        recipients: pace.recipients && merged(pace.recipients, people),
      },
    };
  };

  return {
    /** The facts of a run after the sends of the others. */
    into(facts: Facts): Facts {
      const { contact } = facts;
      const own = contacts.get(contact.id);
      const isOld = own !== undefined && own.sends !== contact.sends;
      if (inboxes.size === 0 && !isOld) return facts;
      return {
        ...facts,
        inboxes: facts.inboxes.map((inbox) => newest(inbox, isOld ? own : undefined)),
        contact: isOld ? { ...contact, sends: own.sends, messagedAt: own.messagedAt } : contact,
      };
    },
    /** One more send; `nextFacts` are those of its own run after it. */
    take({ contact, inboxes: all }: Facts, inboxId: string): void {
      const inbox = all.find(({ id }) => id === inboxId);
      const pairs = contacts.get(contact.id)?.pairs ?? new Map<string, Date>();
      if (inbox?.pace.pairAt) pairs.set(inboxId, inbox.pace.pairAt);
      contacts.set(contact.id, { sends: contact.sends, messagedAt: contact.messagedAt, pairs });
      if (!inbox || !isLimited(inbox)) return;
      const { nextAtMs, recipients: people } = inbox.pace;
      inboxes.set(inboxId, { used: inbox.used, nextAtMs });
      if (people) recipients.set(people.scope, people);
    },
    nextAtMs: (inboxId: string): number => inboxes.get(inboxId)?.nextAtMs ?? 0,
    /** The inbox that holds a run back. */
    inboxOf: ({ inboxes: all }: Facts, { data }: Because): InboxFacts | undefined =>
      all.find(({ id }) => id === data.inboxId),
  };
}
export type Shared = ReturnType<typeof createShared>;

export const isLimited = ({ limits }: Pick<InboxFacts, "limits">): boolean =>
  Object.values(limits).some((limit) => limit !== null);

/** Whether the contact is counted is the run's own affair, while those that are counted are the same. */
function merged(own: Recipients, newest: Recipients | null | undefined): Recipients {
  if (!newest) return own;
  const isSame = own.oldest?.getTime() === newest.oldest?.getTime();
  return { ...newest, isCounted: own.isCounted && isSame };
}
