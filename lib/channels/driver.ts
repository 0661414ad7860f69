import type * as z from "zod";
import type { OutboundContent } from "@/lib/core/facts";
import type { Channel, IdentityKind } from "@/lib/core/model";
import type { InboundMedia, InboxHealth, InboxLimits, Provider } from "@/lib/core/model-inboxes";

/**
 * What every provider offers the engine. Provider errors are translated here into a `SendOutcome` and nowhere else.
 * A driver does no I/O except to its provider, and never throws from `send`.
 */
export type ChannelDriver<Config = unknown, Secrets = unknown> = {
  provider: Provider;
  /** Channels that an inbox of this provider may have; the first is the default. */
  channels: readonly Channel[];
  /** Free text only within 24 hours of the contact's last message. */
  hasWindow: boolean;
  hasTemplates: boolean;
  /** Not by the provider's own API: the number may be banned for it. */
  hasBanRisk?: boolean;
  /** What the provider takes, and what is wise, where the account has set nothing. */
  pace?: DriverPace;
  /** The provider drops a repeated message id, so an unknown outcome may be sent again. */
  isIdempotent: boolean;
  /** Public settings of an inbox, as stored and as the form sends them. */
  configSchema: z.ZodType<Config>;
  /** Credentials, encrypted at rest. */
  secretsSchema: z.ZodType<Secrets>;
  send(inbox: DriverInbox<Config, Secrets>, message: OutboundMessage): Promise<SendOutcome>;
  /** Asks the provider whether the settings work, without sending anything. Never throws. */
  checkConnection?(inbox: DriverInbox<Config, Secrets>): Promise<ConnectionCheck>;
  /** What the provider says of the sender now; null where it cannot be asked at the moment. Never throws. */
  readHealth?(inbox: DriverInbox<Config, Secrets>): Promise<InboxHealth | null>;
  /** Every HSM template of the inbox, as the provider has them now. Absent without `hasTemplates`. Never throws. */
  listTemplates?(inbox: DriverInbox<Config, Secrets>): Promise<TemplateListing>;
  /** What came with an inbound message, fetched with the inbox's credentials. Never throws. */
  fetchMedia?(inbox: DriverInbox<Config, Secrets>, media: InboundMedia): Promise<MediaAnswer>;
  /** Lets go of pooled connections when the process ends. */
  close?(): void;
  /** How the provider's deliveries name this sender, where one address gets those of several. */
  senderOf?(config: unknown): string;
  /** Absent for providers that never call us. */
  webhook?: WebhookSide<Config, Secrets>;
};

/**
 * Limits that a provider has itself (`perSecond`, `pairGapSeconds`) and defaults that a person may change (the others).
 * `recipientScope`: inboxes with the same answer share the limit of different people in 24 hours.
 */
export type DriverPace = Partial<Pick<InboxLimits, "perSecond" | "perHour" | "perDay" | "gapSeconds">> & {
  /** Between two messages to the same person. */
  pairGapSeconds?: number;
  recipientScope?(config: unknown): string;
};

/** `label` names what answered (a number, a server); `detail` is a sentence for the person who fills in the form. */
export type ConnectionCheck = { ok: true; label: string } | { ok: false; detail: string };

/** `isGone`: the provider has it no more, or never had it; otherwise trying again may help. */
export type MediaAnswer =
  | { kind: "found"; bytes: Uint8Array; mimeType: string; fileName: string | null }
  | { kind: "failed"; isGone: boolean; detail: string };

/** A failed listing says nothing of any template: what was known before stays as it was. */
export type TemplateListing =
  | { kind: "listed"; templates: ProviderTemplate[] }
  /** `isTemporary`: trying again may help. `detail` is for a person to read. */
  | { kind: "failed"; isTemporary: boolean; code: string; detail: string }
  /** A setting of the inbox that listing needs is empty. */
  | { kind: "unconfigured"; field: string };

/** One template in one language. `status`, `category` and `components` are in the provider's own words. */
export type ProviderTemplate = {
  /** The provider's own id, where it has one. */
  providerId?: string | null;
  name: string;
  language: string;
  status: string;
  category: string;
  quality: string | null;
  parameterFormat: "positional" | "named";
  components: unknown[];
};

export type DriverInbox<Config, Secrets> = {
  id: string;
  channel: Channel;
  config: Config;
  secrets: Secrets;
  /** The public address at which the provider reaches this inbox. */
  webhookUrl: string;
};

export type OutboundMessage = {
  /** The send record's id: the idempotency key and what comes back in the provider's events. */
  id: string;
  to: string;
  toName: string;
  /** The language that the account writes in, as a tag such as `pt-BR`. */
  locale: string;
  content: OutboundContent;
  /** Email threading: ids of earlier messages of the thread, oldest first, without angle brackets. */
  references: string[];
  /** Where the person may unsubscribe with one click, for mails. */
  unsubscribeUrl?: string;
};

/** `code` is the provider's own code as text (`131047`, `421`, `timeout`); `detail` is for a person to read. */
export type SendOutcome =
  | {
      kind: "accepted";
      providerId: string;
      /** What the provider calls the recipient where that is not what we called them: the same person's too. */
      identities?: { kind: IdentityKind; value: string }[];
      /** What of the answer belongs to the timeline. */
      noted?: Record<string, string>;
    }
  /**
   * Surely not taken; may be repeated, at the earliest after the given seconds. `slows`: `inbox` where not this message
   * is at fault but the inbox's pace or its provider, so the whole inbox rests so long and the message loses no attempt;
   * `contact` where it is this recipient's affair alone (greylisting, pair rate). Otherwise it counts as trouble of the
   * inbox, too much of which in a row pauses it.
   */
  | { kind: "retry"; afterSeconds: number | null; slows?: "inbox" | "contact"; code: string; detail: string }
  /** Surely not taken and never will be. */
  | {
      kind: "refused";
      reaction: Reaction;
      code: string;
      detail: string;
      /** With `pause_inbox`: after how long the provider may be asked again; null: a person must act first. */
      probeAfterSeconds?: number | null;
    }
  /** The request may or may not have been taken: timeout, reset after the body, nonsense answer. */
  | { kind: "unknown"; code: string; detail: string };

/** What the engine does about a refusal besides failing the step. */
export const REACTIONS = [
  "fail",
  "ask_person",
  "block_step",
  "switch_channel",
  "suppress",
  "window_closed",
  "pause_inbox",
  "delay_contact",
] as const;
export type Reaction = (typeof REACTIONS)[number];

export type WebhookRequest = { headers: Headers; url: URL; rawBody: string };

export type WebhookSide<Config, Secrets> = {
  /** Subscription handshake (GET): the body to answer with, or null to refuse. */
  handshake?(inbox: DriverInbox<Config, Secrets>, url: URL): string | null;
  /** What to type in at the provider, where it is more than the inbox's own address. */
  addressOf?(inbox: Pick<DriverInbox<Config, Secrets>, "webhookUrl" | "secrets">): string;
  /** Which of the secrets the person types in at the provider, besides the address; none where it is absent. */
  shownSecret?: string;
  /** Whether the request was made by the provider; constant-time comparison over the raw body. */
  verify(inbox: DriverInbox<Config, Secrets>, request: WebhookRequest): boolean;
  /** What is stored instead of the raw body where that does not say all, and what a repetition is known by. */
  keep?(request: WebhookRequest): { body?: string; dedupeKey?: string };
  /**
   * One delivery may carry many events, also events of no interest. `receivedAt` is when it first came, for providers
   * that give no time. Throws only on a body that is not of the provider's shape.
   */
  parse(
    inbox: DriverInbox<Config, Secrets>,
    body: string,
    receivedAt?: Date,
  ): ProviderEvent[] | Promise<ProviderEvent[]>;
  /** What the provider wants to hear when a delivery was stored, where a short JSON does not do. */
  answer?: { contentType: string; body: string };
};

export type ProviderEvent =
  | {
      kind: "message";
      /** Provider's id of the inbound message; with the inbox it is the dedupe key. */
      providerId: string;
      from: { kind: IdentityKind; value: string }[];
      fromName: string | null;
      at: Date;
      text: string;
      /** Of mails. */
      subject?: string | null;
      media?: InboundMedia;
      /** Of ours, as the message itself names it: decides whose answer it is before any address does. */
      answersMessageId?: string | null;
      contentType: "text" | "button" | "media" | "location" | "reaction" | "other";
      /** Provider id of our message that this answers. */
      inReplyTo: string | null;
      /** Of mails: provider ids of those that it follows, the nearest first; ours may be among them. */
      references?: string[];
      /** Out-of-office and delivery notices: recorded, but not a reply. */
      isAutomatic: boolean;
    }
  | {
      kind: "status";
      /** Our send record's id, when the provider returns it. */
      messageId: string | null;
      providerId: string;
      status: "sent" | "delivered" | "read" | "failed";
      at: Date;
      code: string | null;
      detail: string | null;
      /** What a failure means for the contact and the inbox, as for a refused send; null when nothing failed. */
      reaction: Reaction | null;
      /** With `pause_inbox`, as for a refused send. */
      probeAfterSeconds?: number | null;
      /** The provider gave up on a message that it had taken, for trouble that passes: it may be sent once more. */
      retry?: { afterSeconds: number | null; slows?: "inbox" | "contact" } | null;
    }
  /** The contact told the provider, not us, whether marketing messages are wanted. */
  | {
      kind: "preference";
      /** Dedupe key; the provider gives none, so it is made of contact, category, value and instant. */
      providerId: string;
      from: { kind: IdentityKind; value: string }[];
      value: "stop" | "resume";
      at: Date;
      detail: string | null;
    }
  /** A message that was sent before came back, or never will arrive. Found by our id, the provider's, or the address. */
  | {
      kind: "bounce";
      messageId: string | null;
      providerId: string | null;
      /** Further ids that it names, as providers know them. */
      references?: string[];
      address: { kind: IdentityKind; value: string } | null;
      /** The address takes no mail at all, or its owner wants none. */
      isPermanent: boolean;
      /** This message will not arrive, whatever is with the address; absent: as `isPermanent`. */
      isFinal?: boolean;
      /** The reader reported it as unwanted: it did arrive. */
      isComplaint?: boolean;
      at: Date;
      code: string;
      detail: string;
    }
  /** A template became another: only what is given has changed. */
  | {
      kind: "template";
      /** As `DriverPace.recipientScope` answers: every inbox of it has this template. */
      scope: string;
      name: string;
      language: string;
      providerId: string | null;
      status?: string;
      category?: string;
      quality?: string;
      /** Something else of it is new, and has to be read. */
      isRewritten?: boolean;
      /** For a person: why. */
      reason: string | null;
      at: Date;
    }
  /** The provider said something about the sender itself. */
  | {
      kind: "health";
      /** As `DriverPace.recipientScope` answers: it holds for every inbox of it. Absent: for this inbox alone. */
      scope?: string;
      health: InboxHealth;
      /** More has changed than is told: ask with `readHealth`. */
      isAsked?: boolean;
      /** `pause`: nothing can be sent; `resume`: it can again; `notice`: somebody should know. */
      asks?: "pause" | "resume" | "notice";
      code: string;
      detail: string;
      at: Date;
    }
  /** The same person under another address. */
  | {
      kind: "identity";
      from: { kind: IdentityKind; value: string }[];
      to: { kind: IdentityKind; value: string }[];
      at: Date;
    }
  /** Of another sender of the account, to whom it belongs: see `ChannelDriver.senderOf`. */
  | { kind: "elsewhere"; sender: string; event: ProviderEvent }
  | { kind: "ignored"; what: string };
