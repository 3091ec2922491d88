import { HereField } from "./here-field";

/** One of a few values, kept by the server at a press; works without script. */
export function Choice({
  name,
  label,
  value,
  options,
  here = null,
}: {
  name: string;
  label: string;
  value: string;
  /** The page's own path, as the server knows it. */
  here?: string | null;
  options: { value: string; name: string; lang?: string }[];
}) {
  return (
    <form method="post" action="/preferences">
      {here !== null && <HereField here={here} />}
      <fieldset className="flex rounded-md border border-line text-sm">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === value}
            className="rounded-[5px] px-2.5 py-1 text-muted hover:text-ink aria-pressed:bg-sunk aria-pressed:font-medium aria-pressed:text-ink"
          >
            {option.name}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
