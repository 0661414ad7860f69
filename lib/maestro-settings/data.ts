import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Decider, readDeciders } from "@/lib/approvals/deciders";
import type { MaestroConfig } from "@/lib/core/model-maestro";
import { loadMaestro } from "@/lib/engine/maestro";
import { env } from "@/lib/env";
import { MAESTRO_DEFAULTS } from "./schema";

export type MaestroShown = {
  isOn: boolean;
  config: MaestroConfig;
  /** `unreadable`: sealed with another APP_SECRET, to be typed again. */
  key: "none" | "stored" | "unreadable";
  approvers: Decider[];
  /** Whether addresses of this machine and its network may be typed in. */
  mayCallPrivate: boolean;
};

/** Maestro as people see it: never with the key. */
export const maestroOf = (accountId: AccountId): Promise<MaestroShown> =>
  withAccountSql(accountId, async (tx) => {
    const [maestro, sealed, approvers] = await Promise.all([
      loadMaestro(tx),
      tx<{ has: boolean }[]>`select secrets is not null as has from maestro_settings`,
      readDeciders(tx),
    ]);
    const hasKey = sealed[0]?.has ?? false;
    const readable = maestro?.apiKey ? "stored" : "unreadable";
    return {
      isOn: maestro?.isOn ?? false,
      config: maestro?.config ?? MAESTRO_DEFAULTS,
      key: hasKey ? readable : "none",
      approvers,
      mayCallPrivate: env.mayCallPrivate,
    };
  });
