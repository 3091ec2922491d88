import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RecordView } from "@/components/spf/record-view";
import { DomainName } from "@/components/ui/domain-name";
import { Panel } from "@/components/ui/panel";
import { readRecordsAddress, recordsHref } from "./address";

/** A domain that drafts are saved of: the newest one, when it was saved (epoch ms), and how many there are. */
interface Drafted {
  domain: string;
  text: string;
  time: number;
  drafts: number;
}

interface Props {
  /** Of someone who is signed in; null for a stranger. */
  known: { ownDomains: string[]; drafted: Drafted[] } | null;
  /** Where a record is pasted. */
  children: ReactNode;
}

const BLANK = readRecordsAddress({});

/** Where a record is begun: from a domain, from pasted text, from nothing, or from what was saved. */
export function StartPage({ known, children }: Props) {
  const t = useTranslations("records.start");
  return (
    <div className="mx-auto max-w-4xl space-y-4 pt-6">
      <header className="space-y-2">
        <h1 className="text-xl font-semibold sm:text-2xl">{t("title")}</h1>
        <p className="max-w-3xl">{t("lead")}</p>
        {known !== null && <p className="max-w-3xl">{t("leadSignedIn")}</p>}
      </header>
      <Panel title={t("domain")}>
        <div className="space-y-3 px-4 pb-4">
          <DomainForm />
          {known !== null && known.ownDomains.length > 0 && <OwnDomains domains={known.ownDomains} />}
        </div>
      </Panel>
      <Panel title={t("paste")} note={<span className="text-sm text-muted">{t("pasteHint")}</span>}>
        <div className="px-4 pb-4">{children}</div>
      </Panel>
      <Panel title={t("empty")}>
        <p className="px-4 pb-4 text-sm">
          <span className="text-muted">{t("emptyHint")}</span>{" "}
          <Link href={recordsHref(BLANK, { record: "" })} prefetch={false} className="link">
            {t("emptyLink")}
          </Link>
        </p>
      </Panel>
      {known !== null && <Drafts drafted={known.drafted} />}
      {known !== null && (
        <p className="text-sm">
          <Link href="/records/enforcement" prefetch={false} className="link">
            {t("enforcement")}
          </Link>
        </p>
      )}
    </div>
  );
}

function DomainForm() {
  const t = useTranslations("records.start");
  return (
    <form method="get" action="/records" className="space-y-1">
      <label htmlFor="records-domain" className="block text-sm font-medium">
        {t("domainLabel")}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id="records-domain"
          name="domain"
          required
          maxLength={255}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="example.com"
          aria-describedby="records-domain-hint"
          className="min-w-0 flex-1 basis-56 rounded-md border border-muted bg-panel px-3 py-2"
        />
        <button type="submit" className="rounded-md bg-accent px-4 py-2 font-medium text-on-accent">
          {t("open")}
        </button>
      </div>
      <p id="records-domain-hint" className="text-sm text-muted">
        {t("domainHint")}
      </p>
    </form>
  );
}

function OwnDomains({ domains }: { domains: string[] }) {
  const t = useTranslations("records.start");
  return (
    <div className="space-y-1 text-sm">
      <p className="text-muted">{t("own")}</p>
      <ul className="flex flex-wrap gap-2">
        {domains.map((domain) => (
          <li key={domain} className="min-w-0">
            <Link
              href={recordsHref(BLANK, { domain, view: "traffic" })}
              prefetch={false}
              className="block max-w-full rounded-md border border-line px-2.5 py-1 hover:border-muted"
            >
              <DomainName name={domain} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Drafts({ drafted }: { drafted: Drafted[] }) {
  const t = useTranslations("records.start");
  const format = useFormatter();
  if (drafted.length === 0)
    return (
      <Panel title={t("drafts")}>
        <p className="px-4 pb-4 text-sm text-muted">{t("draftsNone")}</p>
      </Panel>
    );
  return (
    <Panel title={t("drafts")}>
      <table className="table stacked">
        <caption className="sr-only">{t("drafts")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("domainLabel")}</th>
            <th scope="col">{t("draft")}</th>
            <th scope="col" className="number">
              {t("versions")}
            </th>
            <th scope="col">{t("saved")}</th>
          </tr>
        </thead>
        <tbody>
          {drafted.map(({ domain, text, time, drafts }) => (
            <tr key={domain}>
              <td className="wide" data-label={t("domainLabel")}>
                <Link
                  href={recordsHref(BLANK, { domain, record: text })}
                  prefetch={false}
                  className="link font-medium"
                >
                  <DomainName name={domain} />
                </Link>
              </td>
              <td className="wide" data-label={t("draft")}>
                <RecordView text={text} />
              </td>
              <td className="number max-md:text-start" data-label={t("versions")}>
                {format.number(drafts)}
              </td>
              <td className="whitespace-nowrap" data-label={t("saved")}>
                {format.dateTime(time, { dateStyle: "medium", timeStyle: "short" })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
