import type { AccountId } from "@/lib/accounts/account-id";
import type { Deciding } from "./mutations";
import type { RegenerateResult } from "./schema";

export declare function regenerateDraft(
  accountId: AccountId,
  wish: Deciding & { remark: string | null },
): Promise<RegenerateResult>;
