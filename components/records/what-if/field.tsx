interface Props {
  name: string;
  label: string;
  hint: string;
  problems: readonly string[];
  value: string;
  inputMode: "text" | "email" | "url";
  maxLength: number;
  placeholder?: string;
  /** The id of a list of values to choose from. */
  list?: string;
}

/** A field of a form with what it is for, and what is wrong with what is in it. */
export function Field(props: Props) {
  const { name, label, hint, problems, value, inputMode, maxLength, placeholder, list } = props;
  const id = `what-if-${name}`;
  const isWrong = problems.length > 0;
  return (
    <div className="min-w-0 space-y-1">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        defaultValue={value}
        inputMode={inputMode}
        maxLength={maxLength}
        list={list}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={placeholder}
        aria-invalid={isWrong || undefined}
        aria-describedby={`${id}-hint`}
        className="block w-full rounded-md border border-muted bg-panel px-3 py-2 placeholder:text-muted aria-invalid:border-warn"
      />
      <div id={`${id}-hint`} className={`text-sm ${isWrong ? "text-warn" : "text-muted"}`}>
        {isWrong ? problems.map((problem) => <p key={problem}>{problem}</p>) : <p>{hint}</p>}
      </div>
    </div>
  );
}
