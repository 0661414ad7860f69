import type { MissingValues } from "@/lib/sequences/schema";
import { getJson } from "./get-json";

/** How many real contacts have no value for these variables. Asked once for the same ones. */
export function missingValuesQuery(account: string, variables: readonly string[]) {
  const asked = [...new Set(variables)].sort().join(",");
  return {
    queryKey: ["missing-values", account, asked],
    queryFn: () =>
      getJson<MissingValues>(
        `/api/a/${account}/sequences/missing-values?variables=${encodeURIComponent(asked)}`,
      ),
    enabled: asked !== "",
    staleTime: 5 * 60_000,
    retry: false,
  };
}
