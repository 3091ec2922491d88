import { useTranslations } from "next-intl";
import { QuotedText, SentenceView } from "@/components/spf/sentence-view";
import { expandedFor, explainMacros, type MacroMessage } from "@/lib/spf/explain/macros";
import type { Language } from "@/lib/spf/sentence";
import type { MacroTerm } from "./macro-terms";

const SHOWN = 12;

/** What the macros of a tree stand for, and what they become for one message. */
export function MacroList(props: { terms: MacroTerm[]; message: MacroMessage; language: Language }) {
  const { terms, message, language } = props;
  const t = useTranslations("recordTree.macros");
  return (
    <div className="space-y-4 px-4 pb-4 text-sm">
      <p className="text-muted">
        {t.rich("message", {
          ip: () => <QuotedText text={message.ip} />,
          sender: () => <QuotedText text={message.sender} />,
          helo: () => <QuotedText text={message.helo} />,
        })}
      </p>
      {terms.slice(0, SHOWN).map((one, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the terms of one tree never move
        <Explained key={n} of={one} message={message} language={language} />
      ))}
      {terms.length > SHOWN && <p className="text-muted">{t("more", { count: terms.length - SHOWN })}</p>}
    </div>
  );
}

function Explained({ of, message, language }: { of: MacroTerm; message: MacroMessage; language: Language }) {
  const { term, domain, spec, isExplanation } = of;
  const t = useTranslations("recordTree.macros");
  const at = domain ?? message.sender.slice(message.sender.lastIndexOf("@") + 1);
  const whole = expandedFor(spec, at, message);
  return (
    <div className="min-w-0 space-y-1.5">
      <p className="wrap-anywhere">
        <span className="font-mono">
          <QuotedText text={isExplanation ? spec.text : term.text} />
        </span>{" "}
        <span className="text-xs text-muted">
          {isExplanation ? t("ofExplanation") : domain !== null && <QuotedText text={domain} />}
        </span>
      </p>
      <dl className="grid gap-x-4 gap-y-1.5 border-s border-line ps-3 md:grid-cols-[8rem_minmax(0,1fr)_minmax(0,16rem)]">
        {explainMacros(spec, at, message, language).map(({ written, sentence, becomes }) => (
          <div key={written} className="grid min-w-0 gap-x-4 md:col-span-3 md:grid-cols-subgrid">
            <dt className="font-mono">
              <QuotedText text={written} />
            </dt>
            <dd className="text-muted">
              <SentenceView sentence={sentence} />
            </dd>
            <dd className="min-w-0 font-mono wrap-anywhere">
              {becomes === null ? (
                <span className="font-sans text-muted">{t("atCheck")}</span>
              ) : (
                <>
                  <span aria-hidden="true">→ </span>
                  <QuotedText text={becomes} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {whole !== null && (
        <p className="border-s border-line ps-3 wrap-anywhere">
          <span className="text-muted">{isExplanation ? t("wholeText") : t("wholeName")}</span>{" "}
          <span className="font-mono">
            <QuotedText text={whole} />
          </span>
        </p>
      )}
    </div>
  );
}
