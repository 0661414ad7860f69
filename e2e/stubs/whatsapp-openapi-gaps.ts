type Json = { [key: string]: unknown };
export type Schemas = Record<string, Json>;

type Gap = {
  name: string;
  /** Where the truth is told instead. */
  because: string;
  /** Loosens just this much of the schemas. */
  bridge(schemas: Schemas): void;
};

/** Where Meta's description v23.0 is wrong or older than the API; nothing else of it is loosened. */
export const KNOWN_GAPS: Gap[] = [
  {
    name: "messages forbid, in one part of their allOf, the fields of the other part and biz_opaque_callback_data",
    because: "its own examples break the rule; the field is in the documentation of the messages API",
    bridge: (schemas) => {
      for (const kind of ["Text", "Image", "Document", "Audio", "Video", "Interactive"]) {
        for (const part of partsOf(schemas, `${kind}Message`)) delete part.additionalProperties;
      }
    },
  },
  {
    name: "the pattern of a button's index refuses 0 and 1",
    because: "its own examples have the index 0",
    bridge: (schemas) => {
      for (const owner of [schemas.TemplateComponent, ...partsOf(schemas, "ButtonComponent")]) {
        const index = (owner?.properties as Record<string, Json> | undefined)?.index;
        if (index) delete index.pattern;
      }
    },
  },
  {
    name: "a message needs `to`, although `recipient` may take its place",
    because: "business-scoped user ids came in 2026, after the description",
    bridge: ({ BaseMessageProperties: base }) => {
      if (!base) return;
      base.required = (base.required as string[]).filter((name) => name !== "to");
      base.anyOf = [{ required: ["to"] }, { required: ["recipient"] }];
    },
  },
  {
    name: "a button has no code to copy",
    because: "copy_code and coupon_code are in the documentation of coupon code templates",
    bridge: (schemas) => {
      for (const owner of [schemas.TemplateComponent, ...partsOf(schemas, "ButtonComponent")]) {
        addTo((owner?.properties as Record<string, Json> | undefined)?.sub_type, "copy_code");
      }
      const parameter = schemas.ButtonParameterObject;
      addTo((parameter?.properties as Record<string, Json> | undefined)?.type, "coupon_code");
      schemas.ButtonCouponParameter = {
        type: "object",
        required: ["type", "coupon_code"],
        properties: { type: { enum: ["coupon_code"] }, coupon_code: { type: "string" } },
      };
      const { mapping } = (parameter?.discriminator ?? {}) as { mapping?: Json };
      if (mapping) mapping.coupon_code = "#/components/schemas/ButtonCouponParameter";
    },
  },
];

/** Parameters that every reading of the Graph API takes (its guide on fields and paging), where the description is silent. */
export const GRAPH_PARAMETERS: Record<string, string[]> = {
  "/{Version}/{WABA-ID}/message_templates": ["fields", "limit", "after"],
};

const partsOf = (schemas: Schemas, name: string) => (schemas[name]?.allOf ?? []) as Json[];

function addTo(schema: Json | undefined, value: string): void {
  if (Array.isArray(schema?.enum)) schema.enum.push(value);
}
