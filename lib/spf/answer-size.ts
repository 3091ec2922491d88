/** What one string of a TXT record may hold, in octets (RFC 1035 section 3.3). */
export const LONGEST_STRING = 255;
/** What a record, and an answer, should not exceed to fit into one UDP packet (RFC 7208 section 3.4). */
export const LONGEST_RECORD = 450;
export const LONGEST_ANSWER = 512;

/**
 * The octets of a DNS answer with TXT records, each as its strings of octets: header, question, and each record with a
 * pointer to the name (RFC 1035 section 4.1).
 */
export function answerSize(domain: string, records: readonly (readonly string[])[]): number {
  const sizes = records.map((strings) => strings.reduce((sum, text) => sum + 1 + text.length, 12));
  return sizes.reduce((sum, size) => sum + size, 12 + domain.length + 2 + 4);
}
