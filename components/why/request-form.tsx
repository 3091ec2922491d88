import { useTranslations } from "next-intl";
import { PartsView } from "@/components/spf/sentence-view";
import { wholeText } from "@/components/spf/whole-text";
import type { Language } from "@/lib/spf/sentence";
import type { WhyField, WhyProblem, WhyRequest } from "@/lib/why/request";
import { problemParts } from "@/lib/why/words";
import { PagePart } from "./part";

/** The values that a check takes, by the names that links use for them. */
const FIELDS = [
  { field: "sender", name: "id", inputMode: "email", longest: 1_024 },
  { field: "ip", name: "ip", inputMode: "text", longest: 100 },
  { field: "helo", name: "helo", inputMode: "url", longest: 255 },
  { field: "receiver", name: "receiver", inputMode: "url", longest: 255 },
] as const;

interface Props {
  request: WhyRequest;
  language: Language;
  /** Nothing was asked yet, so that nothing is missing; too little was; or the values were checked. */
  state: "empty" | "partial" | "checked";
}

/** What was understood, to be mended and asked again; each field says what is wrong with it. */
export function RequestForm({ request, language, state }: Props) {
  const t = useTranslations("why.form");
  const problems = request.problems.filter(({ kind }) => state !== "empty" || kind !== "missing");
  const of = (field: WhyField) => problems.filter((problem) => problem.field === field);
  const values = { ...request, sender: request.sender === "" ? "<>" : request.sender };
  // What hides in a value would hide in a field.
  const shown = (value: string | null) => (value !== null && wholeText(value) === value ? value : "");
  return (
    <PagePart id="form" title={t(`${state}.title`)} note={t(`${state}.note`)}>
      <form method="get" action="/why" className="space-y-4">
        <Problems id="link-problems" problems={[...of("link"), ...of("identity")]} language={language} />
        <div className="grid gap-4 sm:grid-cols-2">
          {FIELDS.map(({ field, name, inputMode, longest }) => (
            <div key={field} className="min-w-0 space-y-1">
              <label htmlFor={`why-${field}`} className="block text-sm font-medium">
                {t(`fields.${field}`)}
              </label>
              <input
                id={`why-${field}`}
                name={name}
                defaultValue={shown(values[field])}
                inputMode={inputMode}
                maxLength={longest}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                placeholder={t(`examples.${field}`)}
                aria-invalid={of(field).length > 0 || undefined}
                aria-describedby={of(field).length > 0 ? `${field}-problems` : undefined}
                className="block w-full rounded-md border border-muted bg-panel px-3 py-2 aria-invalid:border-warn"
              />
              <Problems id={`${field}-problems`} problems={of(field)} language={language} />
            </div>
          ))}
        </div>
        <fieldset className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          <legend className="mb-1 font-medium">{t("identity")}</legend>
          {(["mailfrom", "helo"] as const).map((identity) => (
            <label key={identity} className="flex items-center gap-2">
              <input
                type="radio"
                name="scope"
                value={identity === "helo" ? "helo" : "mfrom"}
                defaultChecked={request.identity === identity}
              />
              {t(`identities.${identity}`)}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="rounded-md bg-accent px-4 py-2 font-medium text-on-accent">
          {t("submit")}
        </button>
      </form>
    </PagePart>
  );
}

function Problems(props: { id: string; problems: WhyProblem[]; language: Language }) {
  const { id, problems, language } = props;
  if (problems.length === 0) return null;
  return (
    <div id={id} className="space-y-1 text-sm text-warn">
      {problems.map((problem) => (
        <p key={`${problem.kind} ${problem.given}`}>
          <PartsView parts={problemParts(problem, language)} />
        </p>
      ))}
    </div>
  );
}
