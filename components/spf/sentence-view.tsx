import { MarkedParts } from "@/components/ui/marked-parts";
import { visibleParts } from "@/lib/mail/visible-text";
import { type Part, rfcUrl, type Sentence } from "@/lib/spf/sentence";

/** A sentence of the explanations, and a link to the section that it rests on. */
export function SentenceView({ sentence: { parts, rfc } }: { sentence: Sentence }) {
  return (
    <>
      <PartsView parts={parts} />
      {rfc !== null && (
        <>
          {" "}
          <RfcLink rfc={rfc} />
        </>
      )}
    </>
  );
}

/** Sentences, each a paragraph. */
export function Sentences({ sentences }: { sentences: readonly Sentence[] }) {
  return sentences.map((sentence, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of one explanation never move
    <p key={n}>
      <SentenceView sentence={sentence} />
    </p>
  ));
}

/** The parts of a sentence: our own words, and what strangers wrote set apart from them. */
export function PartsView({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, n) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move
    typeof part === "string" ? part : <QuotedText key={n} text={part.quoted} />,
  );
}

/** Text of strangers within a line: isolated, at most 300 characters, with what is hidden in it made visible. */
export function QuotedText({ text }: { text: string }) {
  return (
    <bdi className="font-medium">
      <MarkedParts parts={visibleParts(text)} />
    </bdi>
  );
}

/** Leads to a section such as `7208#section-4.6.4`. */
export function RfcLink({ rfc }: { rfc: string }) {
  return (
    <a href={rfcUrl(rfc)} rel="noreferrer" className="link text-xs whitespace-nowrap text-muted">
      {rfcLabel(rfc)}
    </a>
  );
}

function rfcLabel(rfc: string): string {
  const [number, place = ""] = rfc.split("#");
  const section = place.replace(/^(?:section|appendix)-/, "");
  return section === "" ? `RFC ${number}` : `RFC ${number} §${section}`;
}
