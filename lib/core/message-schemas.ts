import * as z from "zod";
import { HSM_BUTTONS, HSM_HEADERS, MEDIA_KINDS } from "./model";

/** Templates and media, of which messages are made. */

const parameterNameSchema = z.string().regex(/^[a-z0-9_]{1,100}$/);

export const hsmTemplateSchema = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().min(2).max(15),
  /** The values of the body's variables, in their order; each is Liquid text. */
  parameters: z.array(z.string().max(1024)).max(20),
  /** Only where the template names its variables: one name for each of `parameters`. */
  parameterNames: z.array(parameterNameSchema).max(20).optional(),
  /** The approved body as it was when the template was chosen, with `{{1}}` or `{{name}}`: what the contact will read. */
  body: z.string().max(2_000).optional(),
  /** Only where the head needs a value. It is Liquid text: words, or the https address or Meta's id of a file. */
  header: z
    .object({
      type: z.enum(HSM_HEADERS),
      value: z.string().max(2_000),
      /** Of the head's variable, where the template names its variables. */
      name: parameterNameSchema.optional(),
      /** What the contact sees as the name of a document. */
      fileName: z.string().max(240).optional(),
    })
    .optional(),
  /** Values of buttons, by their place from 0; each is Liquid text. Buttons that work as they are need none. */
  buttons: z
    .array(
      z.object({
        index: z.number().int().min(0).max(9),
        type: z.enum(HSM_BUTTONS),
        value: z.string().max(2_000),
      }),
    )
    .max(10)
    .optional(),
  /** What stood around the body when the template was chosen; it is shown and not sent. */
  frame: z
    .object({
      header: z.string().max(200).optional(),
      footer: z.string().max(200).optional(),
      buttons: z
        .array(z.object({ type: z.string().max(40), text: z.string().max(100) }))
        .max(20)
        .optional(),
    })
    .optional(),
});

export const mediaSchema = z.object({
  kind: z.enum(MEDIA_KINDS),
  /** Public https address, which the provider fetches. */
  url: z.url({ protocol: /^https$/ }).max(2_000),
  /** What the contact sees as the name of a document. */
  fileName: z.string().max(240).optional(),
});
