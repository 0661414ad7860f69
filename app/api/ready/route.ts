import { isDatabaseReachable } from "@/lib/readiness";

/** Whether requests can be served: the database answers. */
export async function GET() {
  const isReady = await isDatabaseReachable();
  return Response.json(
    { status: isReady ? "ready" : "database unreachable" },
    { status: isReady ? 200 : 503 },
  );
}

export const dynamic = "force-dynamic";
