import { useTranslations } from "next-intl";

const TOLD = ["facts", "conversation", "examples"] as const;
const NEVER = ["others", "secrets", "acts"] as const;

/** What leaves the installation, and what never does. */
export function MaestroTold() {
  const t = useTranslations("maestro.told");
  const list = (title: "yes" | "no", entries: readonly (typeof TOLD | typeof NEVER)[number][]) => (
    <div className="grid content-start gap-1.5">
      <h3 className="font-medium">{t(title)}</h3>
      <ul className="grid list-disc gap-1 pl-4 text-muted-foreground">
        {entries.map((entry) => (
          <li key={entry}>{t(entry)}</li>
        ))}
      </ul>
    </div>
  );
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {list("yes", TOLD)}
      {list("no", NEVER)}
    </div>
  );
}
