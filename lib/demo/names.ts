const SYLLABLES =
  "ga na da ra ma ba sa ja cha ka ta pa ha mi ri si gi ni ro so mo bo do go no han gang san mun bit sol nam dong seo buk won jin tae ho su ji hye min yu eun byul nuri onn haneul pureun daon saem sori jari gaon".split(
    " ",
  );
const ENDINGS = [".example", ".example", ".test", ".example.kr", ".test"] as const;
const SURNAMES = "kim lee park choi jung kang cho yoon jang lim han oh seo shin kwon hwang ahn song".split(
  " ",
);
const GIVEN = "minsu jihye yuna hojin sora dongha eunji taeho seoyeon jiwon hana byul junho mira".split(" ");
const ROLES = "info webmaster news no-reply sales order admin bounce".split(" ");

/** The domain of that number: reserved names only (RFC 2606), that sound Korean; two numbers never share one. */
export function domainName(index: number): string {
  const base = SYLLABLES.length;
  const first = SYLLABLES[index % base]!;
  const second = SYLLABLES[Math.floor(index / base) % base]!;
  const round = Math.floor(index / (base * base));
  return `${first}${second}${round === 0 ? "" : round}${ENDINGS[index % ENDINGS.length]!}`;
}

/** The user of that number at a domain. */
export function userName(index: number): string {
  if (index % 5 === 0) return ROLES[Math.floor(index / 5) % ROLES.length]!;
  const surname = SURNAMES[index % SURNAMES.length]!;
  const given = GIVEN[Math.floor(index / SURNAMES.length) % GIVEN.length]!;
  const round = Math.floor(index / (SURNAMES.length * GIVEN.length));
  return `${index % 4 === 0 ? `${given}.` : index % 4 === 1 ? given.charAt(0) : ""}${surname}${round === 0 ? "" : round}`;
}
