/** How a web server of an old name leads its links to this site. */
export interface RedirectLine {
  server: "nginx" | "Apache httpd";
  text: string;
}

/**
 * The lines that lead links of an old host, such as one that older replies name, to the page at `base`. Path, case and
 * parameters stay as they are: the page reads every form of them.
 */
export function redirectLines(base: string): RedirectLine[] {
  const origin = base.replace(/\/why$/, "");
  return [
    { server: "nginx", text: `location ~* ^/why { return 301 ${origin}$request_uri; }` },
    { server: "Apache httpd", text: `RedirectMatch 301 "(?i)^(/why.*)$" "${origin}$1"` },
  ];
}
