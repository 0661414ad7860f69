import * as z from "zod";
import { isLoopback } from "@/lib/channels/base-url";
import { callHttp, type HttpAnswer, type HttpFailure } from "@/lib/channels/call-http";
import type { DriverInbox, MediaAnswer } from "@/lib/channels/driver";
import type { InboundMedia } from "@/lib/core/model-inboxes";
import { detailOf, errorOf } from "./answer";
import type { WhatsappConfig, WhatsappSecrets } from "./config";

/** Meta takes documents of 100 MB; what is larger than this is for the phone, not for a thread on a screen. */
export const MAX_MEDIA_BYTES = 25_000_000;

const mediaSchema = z.looseObject({
  url: z.string().max(4_000),
  mime_type: z.string().max(200).catch("application/octet-stream"),
  file_size: z.coerce.number().optional().catch(undefined),
});

/**
 * The bytes of a message's media: `GET /{media id}` names an address that is good for five minutes, which wants the token
 * too. The token goes to Meta alone, whatever address the answer names.
 */
export async function fetchMedia(
  { config }: DriverInbox<WhatsappConfig, WhatsappSecrets>,
  { id, fileName }: InboundMedia,
  headers: Record<string, string>,
  timeoutMs: number,
): Promise<MediaAnswer> {
  if (!id || !/^\d{1,40}$/.test(id)) return gone("The message names no media of WhatsApp's");
  const query = new URLSearchParams({ phone_number_id: config.phoneNumberId });
  const url = `${config.baseUrl}/${config.apiVersion}/${id}?${query}`;
  const named = await callHttp({ method: "GET", url, headers, timeoutMs });
  const media = mediaOf(named);
  if (!media) return failureOf(named);
  if (!isOfMeta(media.url, config.baseUrl)) return gone("The media is not kept at an address of Meta's");
  if ((media.file_size ?? 0) > MAX_MEDIA_BYTES) return tooLarge;
  const found = await callHttp({
    ...{ method: "GET", url: media.url, headers, timeoutMs, encoding: "latin1" },
    maxAnswerBytes: MAX_MEDIA_BYTES,
    guard: { allowsPrivate: isLoopback(new URL(config.baseUrl).hostname) },
  });
  if (found.kind === "failure" && found.code === "too_large") return tooLarge;
  if (found.kind === "failure" || found.status !== 200) return failureOf(found);
  const bytes = Buffer.from(found.body, "latin1");
  return { kind: "found", bytes, mimeType: media.mime_type, fileName: fileName ?? null };
}

const HOSTS = [".fbsbx.com", ".fbcdn.net", ".facebook.com", ".whatsapp.net"];

/** Or of the server that stands in for Meta in this inbox's settings. */
function isOfMeta(address: string, baseUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin, username } = new URL(address);
  if (origin === new URL(baseUrl).origin) return true;
  return protocol === "https:" && username === "" && HOSTS.some((host) => hostname.endsWith(host));
}

function mediaOf(result: HttpAnswer | HttpFailure): z.infer<typeof mediaSchema> | null {
  if (result.kind === "failure" || result.status !== 200) return null;
  try {
    return mediaSchema.safeParse(JSON.parse(result.body)).data ?? null;
  } catch {
    return null;
  }
}

/** Meta keeps media for 30 days, and answers 100 or 404 for what is gone. */
function failureOf(result: HttpAnswer | HttpFailure): MediaAnswer {
  if (result.kind === "failure") return { kind: "failed", isGone: false, detail: result.detail };
  const error = errorOf(result);
  const detail = error ? detailOf(error) : `The provider answered with HTTP status ${result.status}`;
  return { kind: "failed", isGone: error?.code === 100 || [404, 410].includes(result.status), detail };
}

const gone = (detail: string): MediaAnswer => ({ kind: "failed", isGone: true, detail });
const tooLarge = gone(`The file is larger than ${MAX_MEDIA_BYTES / 1_000_000} MB`);
