import { after } from "next/server";
import { acceptWebhook, answerHandshake, processInbound, type WebhookAddress } from "@/lib/engine/webhook";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

type Context = { params: Promise<WebhookAddress> };

/** Providers send far less; a larger body is refused before it is read. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A provider's subscription handshake. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answered(async () => {
    const challenge = await answerHandshake(await params, new URL(request.url));
    return challenge === null ? refusal(403, "webhook_handshake") : new Response(challenge);
  });
}

/** A delivery: verified, stored as it came, answered, and taken in after the answer. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answered(async () => {
    if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES)
      return refusal(413, "webhook_too_large");
    const delivery = { headers: request.headers, url: new URL(request.url), rawBody: await request.text() };
    const { accountId, inboundEventId, answer } = await acceptWebhook(await params, delivery, new Date());
    after(() => processInbound(accountId, inboundEventId, new Date()));
    if (answer) return new Response(answer.body, { headers: { "content-type": answer.contentType } });
    return Response.json({ ok: true });
  });
}

async function answered(act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return refusal(404, "webhook_unknown");
    if (error instanceof AppError && error.code === "unauthenticated")
      return refusal(401, "webhook_signature");
    log.error({ err: error }, "webhook failed");
    return refusal(500, "webhook_failed");
  }
}

const SENTENCES = {
  webhook_unknown: "There is no inbox at this address.",
  webhook_signature: "The signature does not match this inbox's secret.",
  webhook_handshake: "The verify token does not match this inbox's.",
  webhook_too_large: "The body is larger than 4 MB.",
  webhook_failed: "The delivery could not be stored; please send it again.",
};

const refusal = (status: number, code: keyof typeof SENTENCES) =>
  Response.json({ error: { code, message: SENTENCES[code] } }, { status });
