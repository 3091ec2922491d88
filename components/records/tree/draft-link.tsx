import Link from "next/link";
import { LONGEST_DRAFT, type RecordsAddress, recordsHref } from "../address";

/** Leads to the workbench with another draft; nothing where that is too long for an address. */
export function DraftLink(props: { address: RecordsAddress; record: string; children: string }) {
  const { address, record, children } = props;
  if (record.length > LONGEST_DRAFT) return null;
  return (
    <Link href={recordsHref(address, { record })} prefetch={false} className="link">
      {children}
    </Link>
  );
}
