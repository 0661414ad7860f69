import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { MediaAnswer } from "@/lib/channels/driver";
import { driverOf } from "@/lib/channels/registry";
import type { InboundMedia } from "@/lib/core/model-inboxes";
import { driverInbox, type InboxRow } from "@/lib/engine/inbox";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

type Found = Extract<MediaAnswer, { kind: "found" }>;

/**
 * Fetches what came with an inbound message from its provider, with the credentials of its inbox; nothing is kept. Throws
 * AppErrors: `not_found` without such a message, `conflict` where the provider has it no more, `unavailable` where
 * trying again may help.
 */
export async function messageMedia(accountId: AccountId, messageId: string): Promise<Found> {
  const { inbox, media } = await withAccountSql(accountId, async (tx) => {
    const [message] = await tx<{ inbox_id: string; media: InboundMedia }[]>`
      select inbox_id, media from conversation_messages
      where id = ${messageId} and direction = 'inbound' and media is not null`;
    if (!message) throw new AppError("not_found");
    const [inbox] = await tx<InboxRow[]>`select * from inboxes where id = ${message.inbox_id}`;
    if (!inbox) throw new AppError("not_found");
    return { inbox, media: message.media };
  });
  const answer = await fetchFrom(inbox, media);
  if (answer.kind === "found") return answer;
  const data = { data: { detail: answer.detail } };
  throw answer.isGone
    ? new AppError("conflict", "media_gone", data)
    : new AppError("unavailable", "media_failed", data);
}

async function fetchFrom(inbox: InboxRow, media: InboundMedia): Promise<MediaAnswer> {
  const driver = driverOf(inbox.provider);
  if (!driver.fetchMedia) return { kind: "failed", isGone: true, detail: "" };
  try {
    return await driver.fetchMedia(driverInbox(inbox), media);
  } catch (error) {
    log.error({ inboxId: inbox.id, err: error }, "inbox settings cannot be read");
    return { kind: "failed", isGone: false, detail: "" };
  }
}

/** What a browser may show in the page; everything else, also what only claims to be one of them, is a download. */
const SHOWN = new Set([
  ...["image/jpeg", "image/png", "image/webp", "image/gif"],
  ...["audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr", "audio/opus"],
  ...["video/mp4", "video/3gpp"],
]);

/**
 * Strangers choose these bytes and what they call them: they are never taken for anything but what is named here, and
 * run nothing in our origin.
 */
export function mediaHeaders({ mimeType, fileName, bytes }: Found): Record<string, string> {
  const type = mimeType.split(";")[0]?.trim().toLowerCase() ?? "";
  const isShown = SHOWN.has(type);
  const name = encodeURIComponent(fileName?.toWellFormed() || "file");
  return {
    "content-type": isShown ? type : "application/octet-stream",
    "content-length": String(bytes.length),
    "content-disposition": `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=3600",
  };
}
