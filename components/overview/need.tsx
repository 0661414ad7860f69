import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";

type NeedProps = {
  icon: LucideIcon;
  color: string;
  text: string;
  detail: ReactNode;
  /** Absent where the person may do nothing about it. */
  href?: string | undefined;
  act: string;
};

/** One thing that waits for a person, and the list in which it is. */
export function Need({ icon: Icon, color, text, detail, href, act }: NeedProps) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-2.5">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", color)} />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{text}</p>
        {detail && <p className="text-muted-foreground text-xs">{detail}</p>}
      </div>
      {href && (
        <Link href={href} className={buttonVariants({ variant: "outline", size: "sm" })}>
          {act}
        </Link>
      )}
    </li>
  );
}
