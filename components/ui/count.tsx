import Link from "next/link";
import { useFormatter } from "next-intl";

/** A number that leads to what it counts. */
export function Count({ count, href }: { count: number; href: string }) {
  const format = useFormatter();
  if (count === 0) return <span className="text-muted">0</span>;
  return (
    <Link href={href} prefetch={false} className="link">
      {format.number(count)}
    </Link>
  );
}
