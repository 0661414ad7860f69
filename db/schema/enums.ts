import { pgEnum } from "drizzle-orm/pg-core";
import * as model from "@/lib/core/model";

export const channelEnum = pgEnum("channel", model.CHANNELS);
export const providerEnum = pgEnum("provider", model.PROVIDERS);
export const identityKindEnum = pgEnum("identity_kind", model.IDENTITY_KINDS);
export const roleEnum = pgEnum("role", model.ROLES);
export const sequenceStatusEnum = pgEnum("sequence_status", model.SEQUENCE_STATUSES);
export const enrollmentStatusEnum = pgEnum("enrollment_status", model.ENROLLMENT_STATUSES);
export const endReasonEnum = pgEnum("end_reason", model.END_REASONS);
export const messageStatusEnum = pgEnum("message_status", model.MESSAGE_STATUSES);
export const conversationStatusEnum = pgEnum("conversation_status", model.CONVERSATION_STATUSES);
export const inboxStatusEnum = pgEnum("inbox_status", model.INBOX_STATUSES);
export const ledgerKindEnum = pgEnum("ledger_kind", model.LEDGER_KINDS);
export const directionEnum = pgEnum("message_direction", model.MESSAGE_DIRECTIONS);
export const meaningEnum = pgEnum("inbound_meaning", model.INBOUND_MEANINGS);
export const consentActionEnum = pgEnum("consent_action", model.CONSENT_ACTIONS);
export const consentSourceEnum = pgEnum("consent_source", model.CONSENT_SOURCES);
