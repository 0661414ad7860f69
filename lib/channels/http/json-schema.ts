import * as z from "zod";
import { acceptedSchema, inboundSchema, outboundSchema, refusedSchema } from "./payloads";

/** The JSON Schema of everything that passes between us and a gateway; it stands at `/schemas/http-channel-1.json`. */
export function httpChannelJsonSchema(): object {
  const options = { io: "input", unrepresentable: "any" } as const;
  const parts = {
    request: outboundSchema,
    accepted: acceptedSchema,
    refused: refusedSchema,
    event: inboundSchema,
  };
  const definitions = Object.entries(parts).map(([name, schema]) => {
    const { $schema: _, ...definition } = z.toJSONSchema(schema, options);
    return [name, definition];
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Follow-ups HTTP channel",
    description:
      "request: what a gateway gets; accepted and refused: what it may answer; event: what it posts to the inbox's webhook.",
    $defs: Object.fromEntries(definitions),
  };
}
