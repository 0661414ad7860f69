import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod";
import { httpChannelJsonSchema } from "./json-schema";
import { acceptedSchema, inboundSchema, outboundSchema, refusedSchema } from "./payloads";

it("is published as it is checked (renew it with `npx vitest run -u lib/channels/http`)", async () => {
  const text = `${JSON.stringify(httpChannelJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../../public/schemas/http-channel-1.json");
});

it("takes every example of the documentation, and the documentation has one of each", () => {
  const page = readFileSync(new URL("../../../docs/http-channel.md", import.meta.url), "utf8");
  const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(
    ([, text]) => JSON.parse(text ?? "") as unknown,
  );
  const schema = z.union([
    outboundSchema,
    inboundSchema,
    acceptedSchema,
    refusedSchema.required({ code: true }),
  ]);
  const types = examples.map((example) => (schema.parse(example) as { type?: string }).type ?? "answer");
  expect(new Set(types)).toEqual(
    new Set([
      ...outboundSchema.options.map((option) => option.shape.type.value),
      ...inboundSchema.options.map((option) => option.shape.type.value),
      "answer",
    ]),
  );
});
