import type { AlertShown } from "./schema";

type Translate = (key: string, values?: Record<string, string | number>) => string;

/**
 * An alert in one sentence, for screens and mails. `t` translates keys of `alerts.json`; the provider's own words come
 * at the end, as it said them.
 */
export function alertSentence(t: Translate, { kind, data }: Pick<AlertShown, "kind" | "data">): string {
  const values = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === "number" ? value : String(value ?? ""),
    ]),
  );
  const {
    code = "",
    detail = "",
    inbox = "",
    sequence = "",
    template = "",
    language = "",
    sends = 0,
  } = values;
  const is = values.is ?? "";
  return t(`kinds.${kind}`, { code, detail, inbox, sequence, template, language, sends, is, ...values });
}
