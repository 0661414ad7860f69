import * as z from "zod";
import type { Channel, ConversationStatus, RecordKind, SequenceStatus } from "@/lib/core/model";
import type { RecordStatus } from "@/lib/records/schema";

export const searchSchema = z.object({ q: z.string().trim().max(200).default("") });

/** What the palette shows; a kind that the person may not see stays empty. */
export type Found = {
  sequences: { id: string; name: string; status: SequenceStatus }[];
  contacts: { id: string; name: string; address: string | null }[];
  /** By the contact; the liveliest first. */
  conversations: {
    id: string;
    contactName: string;
    inboxName: string;
    channel: Channel;
    status: ConversationStatus;
  }[];
  /** Deals, appointments and charges by their title or their id in another system; the newest first. */
  records: { id: string; kind: RecordKind; title: string; contactName: string; status: RecordStatus }[];
};
