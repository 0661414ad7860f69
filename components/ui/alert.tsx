import { CircleAlert, CircleCheck, Info, type LucideIcon, Sparkles, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import type { Tone } from "./tones";

const LOOKS: Record<Tone, { icon: LucideIcon; box: string; mark: string }> = {
  grey: { icon: Info, box: "bg-muted", mark: "text-muted-foreground" },
  blue: { icon: Info, box: "border-blue/25 bg-blue-soft", mark: "text-blue" },
  green: { icon: CircleCheck, box: "border-green/25 bg-green-soft", mark: "text-green" },
  amber: { icon: TriangleAlert, box: "border-amber/25 bg-amber-soft", mark: "text-amber" },
  red: { icon: CircleAlert, box: "border-red/25 bg-red-soft", mark: "text-red" },
  violet: { icon: Sparkles, box: "border-violet/25 bg-violet-soft", mark: "text-violet" },
};

type AlertProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: Tone;
  icon?: LucideIcon;
  title?: ReactNode;
  /** One act, such as a small button or a link. */
  action?: ReactNode;
};

/** A notice in the page. Give it `role="alert"` when it appears after an act and must be heard at once. */
export function Alert({ tone = "blue", icon, title, action, className, children, ...props }: AlertProps) {
  const { icon: ownIcon, box, mark } = LOOKS[tone];
  const Icon = icon ?? ownIcon;
  return (
    <div className={cn("flex items-start gap-2.5 rounded-lg border px-3 py-2.5", box, className)} {...props}>
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", mark)} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        {title && <div className="font-medium">{title}</div>}
        {children && <div className="break-words">{children}</div>}
      </div>
      {action && <div className="-my-0.5 shrink-0">{action}</div>}
    </div>
  );
}
