import type { Writer } from "@/lib/db/writer";
import { ipHex } from "@/lib/net/network";
import { Dictionary } from "./dictionary";

/** All dictionaries of the schema. */
export class Dictionaries {
  readonly host: Dictionary;
  readonly domain: Dictionary;
  readonly client: Dictionary;
  readonly helo: Dictionary;
  readonly checker: Dictionary;

  constructor(writer: Writer) {
    this.host = new Dictionary(writer, "Host", "name");
    this.domain = new Dictionary(writer, "Domain", "name");
    this.client = new Dictionary(writer, "Client", "ip", { column: "hex", of: (ip) => ipHex(ip) ?? "" });
    this.helo = new Dictionary(writer, "Helo", "name");
    this.checker = new Dictionary(writer, "Checker", "name");
  }

  /** Keeps what is remembered within bounds; not between learning a text and using its id. */
  trim(): void {
    for (const dictionary of this.all()) dictionary.trim();
  }

  forget(): void {
    for (const dictionary of this.all()) dictionary.forget();
  }

  private all(): Dictionary[] {
    return [this.host, this.domain, this.client, this.helo, this.checker];
  }
}
