import * as z from "zod";

declare const brand: unique symbol;

/** An account that the caller has been proven to act for. Minted only by the gates: session, webhook, engine. */
export type AccountId = string & { readonly [brand]: "AccountId" };

const uuid = z.uuid();

/** Call it only where membership, a signature or an engine event has been checked. Throws on anything but a UUID. */
export const mintAccountId = (proven: string): AccountId => uuid.parse(proven) as AccountId;
