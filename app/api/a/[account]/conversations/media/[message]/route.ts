import { mediaHeaders, messageMedia } from "@/lib/conversations/media";
import { messageOf } from "@/lib/conversations/schema";
import { accountRoute } from "@/lib/route";

/** What came with a message, as the provider has it now. */
export const GET = accountRoute("conversations.view", async ({ accountId, params }) => {
  const media = await messageMedia(accountId, messageOf(params));
  return new Response(Buffer.from(media.bytes), { headers: mediaHeaders(media) });
});
