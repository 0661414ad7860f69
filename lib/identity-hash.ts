import { createHash } from "node:crypto";
import type { IdentityKind } from "@/lib/core/model";

/** What suppressions are kept by, so that they survive the deletion of the contact: SHA-256 of `kind:value`, hex. */
export const identityHash = (kind: IdentityKind, value: string): string =>
  createHash("sha256").update(`${kind}:${value}`).digest("hex");
