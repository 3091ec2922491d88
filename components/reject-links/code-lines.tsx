/** Lines to be copied into a file, and which file that is. */
export function CodeLines({
  label,
  text,
  isPath = false,
}: {
  label: string;
  text: string;
  isPath?: boolean;
}) {
  return (
    <figure className="space-y-1">
      <figcaption className={`text-muted [overflow-wrap:anywhere] ${isPath ? "font-mono text-xs" : ""}`}>
        {label}
      </figcaption>
      <pre className="whitespace-pre-wrap rounded bg-sunk px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]">
        <code>{text}</code>
      </pre>
    </figure>
  );
}
