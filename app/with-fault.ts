/** A path of this site with the fault that a form of it met in a parameter; without the parameter where there was none. */
export function withFault(path: string, parameter: string, fault: string | null): string {
  const url = new URL(path, "http://x");
  if (fault === null) url.searchParams.delete(parameter);
  else url.searchParams.set(parameter, fault);
  return `${url.pathname}${url.search}`;
}
