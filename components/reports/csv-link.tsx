import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** A table of the report as a file. */
export function CsvLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button asChild variant="ghost" size="sm" className="-ml-2 justify-self-start text-muted-foreground">
      <a href={href} download>
        <Download aria-hidden />
        {children}
      </a>
    </Button>
  );
}
