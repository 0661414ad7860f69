import { DataList } from "@/components/ui/data-list";

/** What a model answered, by its own names: it is shown as it came, also what nobody asked for. */
export function MaestroAnswer({ output }: { output: Record<string, unknown> }) {
  return (
    <DataList
      className="rounded-md bg-muted p-3"
      items={Object.entries(output).map(([name, value]) => ({
        term: <code className="break-all font-mono text-xs">{name}</code>,
        value: (
          <span className="whitespace-pre-wrap break-words">
            {typeof value === "string" ? value : JSON.stringify(value)}
          </span>
        ),
      }))}
    />
  );
}
