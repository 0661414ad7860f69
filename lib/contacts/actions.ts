"use server";

import { accountAction } from "@/lib/action";
import { changeStretch } from "./bulk";
import { block, createContact, lift, suppress, unblock, updateContact } from "./mutations";
import {
  changeContactsSchema,
  contactIdSchema,
  createContactSchema,
  suppressionSchema,
  updateContactSchema,
} from "./schema";

export const createContactAction = accountAction("contacts.manage")
  .inputSchema(createContactSchema)
  .action(async ({ parsedInput: contact, ctx }) =>
    createContact(ctx.accountId, { contact, actorId: ctx.userId, now: new Date() }),
  );

export const updateContactAction = accountAction("contacts.manage")
  .inputSchema(updateContactSchema)
  .action(async ({ parsedInput: { contactId, ...contact }, ctx }) =>
    updateContact(ctx.accountId, { contactId, contact, actorId: ctx.userId, now: new Date() }),
  );

export const suppressAction = accountAction("contacts.manage")
  .inputSchema(suppressionSchema)
  .action(async ({ parsedInput: { contactId, channel }, ctx }) =>
    suppress(ctx.accountId, { contactId, channel, actorId: ctx.userId, now: new Date() }),
  );

export const liftAction = accountAction("contacts.manage")
  .inputSchema(suppressionSchema)
  .action(async ({ parsedInput: { contactId, channel }, ctx }) =>
    lift(ctx.accountId, { contactId, channel, actorId: ctx.userId, now: new Date() }),
  );

export const blockAction = accountAction("contacts.manage")
  .inputSchema(contactIdSchema)
  .action(async ({ parsedInput: { contactId }, ctx }) =>
    block(ctx.accountId, { contactId, actorId: ctx.userId, now: new Date() }),
  );

export const unblockAction = accountAction("contacts.manage")
  .inputSchema(contactIdSchema)
  .action(async ({ parsedInput: { contactId }, ctx }) =>
    unblock(ctx.accountId, { contactId, actorId: ctx.userId, now: new Date() }),
  );

/** The next stretch of many; the screen asks again from `next`. */
export const changeContactsAction = accountAction("contacts.manage")
  .inputSchema(changeContactsSchema)
  .action(async ({ parsedInput: { account: _, ...wish }, ctx }) =>
    changeStretch(ctx.accountId, { ...wish, actorId: ctx.userId, now: new Date() }),
  );
