import * as z from "zod";
import { KEYS_OF_AN_ACCOUNT, sequenceFileSchema } from "./schema";

/** The file's JSON Schema, for whoever writes such files by program; it stands at `/schemas/sequence-1.json`. */
export function sequenceFileJsonSchema(): object {
  return z.toJSONSchema(sequenceFileSchema, {
    io: "input",
    override: ({ jsonSchema }) => {
      if (jsonSchema.type !== "object") return;
      jsonSchema.additionalProperties = false;
      for (const key of KEYS_OF_AN_ACCOUNT) {
        delete jsonSchema.properties?.[key];
        jsonSchema.required = jsonSchema.required?.filter((name) => name !== key);
      }
    },
  });
}
