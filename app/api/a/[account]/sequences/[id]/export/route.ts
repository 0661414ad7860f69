import { accountRoute } from "@/lib/route";
import { exportSequence } from "@/lib/sequence-files/data";

export const GET = accountRoute("sequences.view", async ({ accountId, params }) => {
  const { fileName, text } = await exportSequence(accountId, {
    sequenceId: params.id ?? "",
    now: new Date(),
  });
  return new Response(text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
