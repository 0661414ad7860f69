"use server";

import { accountAction } from "@/lib/action";
import { assignContacts } from "./assign";
import { changeStretch } from "./bulk";
import { eraseContact } from "./erase/mutations";
import { addAddress, preferAddress, removeAddress } from "./identities";
import { mergeContacts } from "./merge/mutations";
import { block, createContact, lift, suppress, unblock, updateContact } from "./mutations";
import {
  addressSchema,
  assignContactSchema,
  changeContactsSchema,
  contactIdSchema,
  contactTagSchema,
  createContactSchema,
  eraseSchema,
  identityIdSchema,
  mergeSchema,
  suppressionSchema,
  updateContactSchema,
} from "./schema";
import { addTag, removeTag } from "./tags";

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

export const addAddressAction = accountAction("contacts.manage")
  .inputSchema(addressSchema)
  .action(async ({ parsedInput: { account: _, ...address }, ctx }) =>
    addAddress(ctx.accountId, { ...address, actorId: ctx.userId, now: new Date() }),
  );

export const removeAddressAction = accountAction("contacts.manage")
  .inputSchema(identityIdSchema)
  .action(async ({ parsedInput: { contactId, identityId }, ctx }) =>
    removeAddress(ctx.accountId, { contactId, identityId, actorId: ctx.userId, now: new Date() }),
  );

export const preferAddressAction = accountAction("contacts.manage")
  .inputSchema(identityIdSchema)
  .action(async ({ parsedInput: { contactId, identityId }, ctx }) =>
    preferAddress(ctx.accountId, { contactId, identityId, actorId: ctx.userId, now: new Date() }),
  );

export const tagContactAction = accountAction("contacts.manage")
  .inputSchema(contactTagSchema)
  .action(async ({ parsedInput: { contactId, tag }, ctx }) =>
    addTag(ctx.accountId, { contactIds: [contactId], tag, actorId: ctx.userId, now: new Date() }),
  );

export const untagContactAction = accountAction("contacts.manage")
  .inputSchema(contactTagSchema)
  .action(async ({ parsedInput: { contactId, tag }, ctx }) =>
    removeTag(ctx.accountId, { contactIds: [contactId], tag, actorId: ctx.userId, now: new Date() }),
  );

export const assignContactAction = accountAction("contacts.manage")
  .inputSchema(assignContactSchema)
  .action(async ({ parsedInput: { contactId, userId }, ctx }) =>
    assignContacts(ctx.accountId, {
      contactIds: [contactId],
      userId,
      actorId: ctx.userId,
      now: new Date(),
    }),
  );

export const mergeContactsAction = accountAction("contacts.manage")
  .inputSchema(mergeSchema)
  .action(async ({ parsedInput: { survivorId, loserId }, ctx }) =>
    mergeContacts(ctx.accountId, { survivorId, loserId, actorId: ctx.userId, now: new Date() }),
  );

export const eraseContactAction = accountAction("contacts.erase")
  .inputSchema(eraseSchema)
  .action(async ({ parsedInput: { contactId, typedName }, ctx }) =>
    eraseContact(ctx.accountId, { contactId, typedName, actorId: ctx.userId, now: new Date() }),
  );
