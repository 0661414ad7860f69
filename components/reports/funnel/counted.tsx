import { Link } from "@/components/ui/link";
import { useNumbers } from "../use-numbers";

/** A count that opens its list; nothing, and what no list can tell, is plain. */
export function Counted({ count, href, words }: { count: number; href: string | null; words?: string }) {
  const say = useNumbers();
  const text = words ? `${say.count(count)} ${words}` : say.count(count);
  if (count === 0) return <span className="text-muted-foreground">{text}</span>;
  if (href === null) return text;
  return (
    <Link className="link" href={href}>
      {text}
    </Link>
  );
}
