import Link from "next/link";
import { useTranslations } from "next-intl";
import { type RecordsAddress, recordsHref } from "../address";
import type { WhatIfProblem } from "./answer";
import { AtFields } from "./at-fields";
import { Field } from "./field";
import { fieldText } from "./field-text";
import type { TreeRecord } from "./tree-records";

/** The values that a check takes. */
const FIELDS = [
  { name: "ip", inputMode: "text", longest: 100 },
  { name: "sender", inputMode: "email", longest: 1_024 },
  { name: "helo", inputMode: "url", longest: 255 },
] as const;

/** What this form fills in. */
const OWN = { ip: null, sender: null, helo: null, at: null, as: null };

interface Props {
  address: RecordsAddress;
  problems: readonly WhatIfProblem[];
  records: readonly TreeRecord[];
}

/** The message that is to be checked, and what another record of the tree is to say; each field tells what is amiss. */
export function WhatIfForm({ address, problems, records }: Props) {
  const t = useTranslations("recordTree.whatIf");
  const kept = new URLSearchParams(recordsHref({ ...address, ...OWN, view: "what-if" }).split("?")[1]);
  const isFilled = Object.keys(OWN).some((name) => address[name as keyof typeof OWN] !== null);
  return (
    <form method="get" action="/records" className="space-y-4 px-4 pb-4">
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-4 md:grid-cols-3">
        {FIELDS.map(({ name, inputMode, longest }) => (
          <Field
            key={name}
            name={name}
            label={t(`fields.${name}`)}
            hint={t(`hints.${name}`)}
            problems={problems
              .filter((problem) => problem.startsWith(`${name}-`))
              .map((problem) => t(`problems.${problem}`))}
            value={fieldText(address[name])}
            inputMode={inputMode}
            maxLength={longest}
            placeholder={t(`examples.${name}`, { domain: exampleDomain(address) })}
          />
        ))}
      </div>
      <AtFields address={address} problems={problems} records={records} />
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <button type="submit" className="rounded-md bg-accent px-4 py-2 font-medium text-on-accent">
          {t("submit")}
        </button>
        {isFilled && (
          <Link href={recordsHref(address, OWN)} prefetch={false} className="link text-sm">
            {t("clear")}
          </Link>
        )}
      </p>
    </form>
  );
}

function exampleDomain({ domain }: RecordsAddress): string {
  return domain !== null && domain.length < 60 ? fieldText(domain) || "example.com" : "example.com";
}
