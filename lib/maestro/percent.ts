import * as z from "zod";

/** What models say of their confidence: 85, 0.85, "85", "85 %". */
export const percent = z
  .union([z.number(), z.string().regex(/^\s*\d+([.,]\d+)?\s*%?\s*$/)])
  .transform((said) =>
    typeof said === "number" ? said : Number(said.replace("%", "").replace(",", ".").trim()),
  )
  .transform((value) => (value > 0 && value < 1 ? value * 100 : value))
  .pipe(z.number().min(0).max(100).transform(Math.round));
