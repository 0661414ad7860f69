import { expect, it } from "vitest";
import { sequenceFileJsonSchema } from "./json-schema";

it("is published as it is checked (renew it with `npx vitest run -u lib/sequence-files`)", async () => {
  const text = `${JSON.stringify(sequenceFileJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../public/schemas/sequence-1.json");
});
