import type { ThreadMessage } from "@/lib/conversations/thread";

/** Something that a contact wrote, for tests. */
export const said = (id: string, over: Partial<ThreadMessage> = {}): ThreadMessage => ({
  ...{ id, text: id, at: "2026-03-10T12:00:00.000Z", status: null, direction: "inbound" },
  ...{ subject: null, preheader: null, contentType: null, media: null, inboundMedia: null, quickReplies: [] },
  ...{ failure: null, meaning: null, understood: null, inboundType: "text" },
  ...{ enrollmentId: null, sequenceName: null, authorName: null },
  ...over,
});
