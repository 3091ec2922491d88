import { expect, test } from "vitest";
import { TEMPLATES } from "./links.fixture";
import { readWhyUrl } from "./read-url";

const SENDERS = [
  "ceo@fail.example",
  "user+tag@exp.example",
  "bounce-12=kim=b.example@list.example",
  "SRS0=HHH=TT=b.example=kim@forwarder.example",
  "prvs=4389abc=kim@b.example",
  "100%user%n%s@fail.example",
  "o'brien@b.example",
  "a&b@b.example",
  "kim@메일.example",
  "김@메일.한국",
  "user@[192.0.2.1]",
  '"a b, c; d"@b.example',
  '"x;ip=203.0.113.9&id=y"@b.example',
];
const IPS = [
  ["192.0.2.66", "192.0.2.66"],
  ["2001:db8:66::66", "2001:db8:66::66"],
];

test.each(TEMPLATES)("every value is read from the link of $name", (template) => {
  for (const sender of SENDERS) {
    if (template.isRaw && sender.includes("%")) continue;
    for (const [ip, canonical] of IPS) {
      const link = template.write({ sender, ip: ip!, receiver: "spf.example.kr" });
      expect({ link, ...readWhyUrl(link) }).toMatchObject({
        link,
        identity: "mailfrom",
        sender,
        ip: canonical,
        helo: null,
        receiver: template.hasReceiver ? "spf.example.kr" : null,
        problems: [],
      });
    }
  }
});

test.each(TEMPLATES)("a host, and no sender, are read from the link of $name", (template) => {
  const ip = "192.0.2.66";
  const host = readWhyUrl(
    template.write({ sender: "mx.b.example", ip, receiver: "h" }).replace("mfrom", "helo"),
  );
  expect(host).toMatchObject({
    identity: "helo",
    sender: null,
    helo: "mx.b.example",
    ip,
    domain: "mx.b.example",
  });
  const empty = readWhyUrl(template.write({ sender: "<>", ip, receiver: "h" }));
  expect(empty).toMatchObject({ identity: "mailfrom", sender: "", helo: null, ip });
  expect(empty.problems).toEqual([{ field: "helo", kind: "missing", given: "" }]);
});

const RAW = { sender: "ceo+x@fail.example", ip: "2001:db8:66::66", receiver: "mx.example.kr" };
const ENCODED = "sender=ceo%2Bx%40fail.example&ip=2001%3adb8%3a66%3a%3a66&receiver=mx.example.kr";

test.each([
  ["another case", `/WHY.HTML?SENDER=ceo%2Bx%40fail.example&IP=2001:DB8:66::66&Receiver=mx.example.kr`],
  ["a slash", `/Why/?${ENCODED}`],
  ["the root", `/?${ENCODED}`],
  ["semicolons", `/why?${ENCODED.replaceAll("&", ";")}`],
  ["&amp;", `/why?${ENCODED.replaceAll("&", "&amp;")}`],
  ["&amp;amp;", `/why?${ENCODED.replaceAll("&", "&amp;amp;")}`],
  ["&#38;", `/why?${ENCODED.replaceAll("&", "&#38;")}`],
  ["names with amp;", `/why?${ENCODED.replaceAll("&", ";amp;")}`],
  ["a mixture", `/why?${ENCODED.replace("&", ";").replace("&", "&amp;")}`],
  ["%3B", `/why?${ENCODED.replaceAll("&", "%3B")}`],
  ["%26", `/why?${ENCODED.replaceAll("&", "%26")}`],
  ["blanks behind semicolons", `/why?${ENCODED.replaceAll("&", "; ")}`],
  ["escaped blanks behind semicolons", `/why?${ENCODED.replaceAll("&", ";%20")}`],
  ["plus signs for blanks", `/why?${ENCODED.replaceAll("&", "&+")}`],
  ["folds", `/why?${ENCODED.replaceAll("&", ";\r\n  ")}`],
  ["quoted folds", `/why?${ENCODED.replaceAll("&", ";\n> ")}`],
  ["quoted-printable", `/why?${ENCODED.replaceAll("=", "=3D")}`],
  ["a soft line break", `/why?${ENCODED.replaceAll("=", "=3D").replace("receiver", "rec=\r\neiver")}`],
  ["escapes of escapes", `/why?${ENCODED.replaceAll("%", "%25")}`],
  ["everything escaped", `/why%3F${encodeURIComponent(ENCODED)}`],
  ["everything escaped but the mark", `/why?${encodeURIComponent(ENCODED)}`],
  ["everything escaped twice", `/why?${encodeURIComponent(encodeURIComponent(ENCODED))}`],
  ["sendmail's percent signs", `/why?${ENCODED.replaceAll("%", "%%")}`],
  ["an empty parameter", `/why?&;${ENCODED}&&`.slice(0, -2)],
  ["an unknown parameter", `/why?utm_source=x&${ENCODED}&utm=1`],
  ["a fragment", `/why?${ENCODED}#top`],
  ["a path", `/why/${ENCODED}`],
  ["a path in capitals", `/WHY/${ENCODED}`],
])("a link is read with %s", (_, link) => {
  expect(readWhyUrl(link)).toMatchObject({ ...RAW, identity: "mailfrom", problems: [] });
});

test.each([
  ").",
  ">",
  '"',
  "'",
  "]",
  ",",
  ";)",
  ">.",
  '">',
  " : Reason: mechanism",
  " for details.",
  "> (in reply to RCPT TO command)",
  "%20:%20Reason:%20mechanism",
  "&gt;",
  "\r\nFor help, call.",
  "\n\n5 more",
])("what stands behind a link is no part of it: %j", (tail) => {
  expect(readWhyUrl(`http://h.example/why?${ENCODED}${tail}`)).toMatchObject({ ...RAW });
  const short = "http://h.example/Why?s=mfrom;id=ceo+x@fail.example;ip=2001:db8:66::66";
  expect(readWhyUrl(`${short}${tail}`)).toMatchObject({ ...RAW, receiver: null });
});

test("path and query may come apart", () => {
  expect(readWhyUrl({ path: "/Why", query: ENCODED })).toMatchObject(RAW);
  expect(readWhyUrl({ path: "/why.html", query: `?${ENCODED}` })).toMatchObject(RAW);
  expect(
    readWhyUrl({ path: "/why/id=ceo+x@fail.example;ip=2001:db8:66::66", query: "r=mx.example.kr" }),
  ).toMatchObject(RAW);
  expect(readWhyUrl({ path: "/why/s=ceo+x@fail.example;i=2001:db8:66::66", query: "" })).toMatchObject({
    ...RAW,
    receiver: null,
  });
});

test.each([
  ["192.0.2.66", "192.0.2.66"],
  ["[192.0.2.66]", "192.0.2.66"],
  ["192.0.2.66:25", "192.0.2.66"],
  ["::ffff:192.0.2.66", "192.0.2.66"],
  ["::FFFF:c000:242", "192.0.2.66"],
  ["IPv6:2001:db8::1", "2001:db8::1"],
  ["[IPv6:2001:DB8:0:0:0:0:0:1]", "2001:db8::1"],
  ["[2001:db8::1]:25", "2001:db8::1"],
  ["2001:db8::1%eth0", "2001:db8::1"],
  ["2.0.0.1.0.d.b.8.0.0.6.6.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.6", "2001:db8:66::66"],
  ["2.0.0.1.0.D.B.8.0.0.6.6.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.6", "2001:db8:66::66"],
  ["<192.0.2.66>", "192.0.2.66"],
  ["+192.0.2.66+", "192.0.2.66"],
])("the address %s is %s", (given, ip) => {
  for (const text of [given, encodeURIComponent(given)]) {
    if (text === given && /[<%]/.test(given)) continue;
    expect(readWhyUrl(`/why?id=a@b.example&ip=${text}&r=h`)).toMatchObject({ ip, problems: [] });
  }
});

test.each([
  ["id=a@b.example", [["ip", "missing"]]],
  ["ip=192.0.2.1", [["sender", "missing"]]],
  [
    "",
    [
      ["ip", "missing"],
      ["sender", "missing"],
    ],
  ],
  [
    "s=mfrom",
    [
      ["ip", "missing"],
      ["sender", "missing"],
    ],
  ],
  [
    "s=helo",
    [
      ["ip", "missing"],
      ["helo", "missing"],
    ],
  ],
  ["id=a@b.example&ip=x.x.x.x.x", [["ip", "not-an-address"]]],
  ["id=a@b.example&ip=192.0.2", [["ip", "truncated"]]],
  ["id=a@b.example&ip=192.0.2&r=h", [["ip", "not-an-address"]]],
  ["id=a@b.example&ip=192.0.", [["ip", "truncated"]]],
  ["id=a@b.example&ip=2001", [["ip", "truncated"]]],
  ["id=a@b.example&ip=2001:db8:", [["ip", "truncated"]]],
  ["id=a@b.example&ip=2.0.0.1.0.d.b", [["ip", "truncated"]]],
  ["id=a@b.example&ip=009.008.007.006", [["ip", "not-an-address"]]],
  ["id=a@b.example&ip=009.008.0", [["ip", "not-an-address"]]],
  ["id=a@b.example&ip=192.0.2.256", [["ip", "not-an-address"]]],
  ["id=a@b.example%2B&ip=192.0.2.1", [["sender", "not-an-address"]]],
  [
    "id=first.last+",
    [
      ["ip", "missing"],
      ["sender", "truncated"],
    ],
  ],
  ["id=a@b.example&ip=10.1.2.3", [["ip", "private"]]],
  ["id=a@b.example&ip=fe80::1", [["ip", "private"]]],
  ["id=a@b.example&ip=::1", [["ip", "private"]]],
  [
    "id=ceo",
    [
      ["ip", "missing"],
      ["sender", "truncated"],
    ],
  ],
  [
    "id=ceo@",
    [
      ["ip", "missing"],
      ["sender", "truncated"],
    ],
  ],
  [
    "id=ceo%4",
    [
      ["link", "truncated"],
      ["ip", "missing"],
      ["sender", "truncated"],
    ],
  ],
  ["id=ceo&ip=192.0.2.1", [["sender", "not-an-address"]]],
  [
    "id=%{S}&ip=%{C}&receiver=%{R}",
    [
      ["ip", "macro"],
      ["receiver", "macro"],
      ["sender", "macro"],
    ],
  ],
  [
    "s=%{_scope};id=%{S};ip=%{C};r=%{R}",
    [
      ["identity", "macro"],
      ["ip", "macro"],
      ["receiver", "macro"],
      ["sender", "macro"],
    ],
  ],
  [
    "s=%{S}&i=%{I}",
    [
      ["ip", "macro"],
      ["sender", "macro"],
    ],
  ],
  ["sender=%25%7BS%7D&ip=192.0.2.1", [["sender", "macro"]]],
  [
    "sender=%s&ip=%s&receiver=%s",
    [
      ["ip", "macro"],
      ["receiver", "macro"],
      ["sender", "macro"],
    ],
  ],
  [
    "identity=$sender_address;ip=$sender_host_address",
    [
      ["ip", "macro"],
      ["sender", "macro"],
    ],
  ],
  [
    "s={0};id={1};ip={2};r={3}",
    [
      ["identity", "macro"],
      ["ip", "macro"],
      ["receiver", "macro"],
      ["sender", "macro"],
    ],
  ],
  ["id=a@b.example&ip=192.0.2.1&receiver=%{xR}", [["receiver", "macro"]]],
  ["id=a@b.example&ip=192.0.2.1&receiver=0", [["receiver", "not-a-name"]]],
  ["id=a@b.example&ip=192.0.2.1&scope=pra", []],
  ["scope=pra&id=a@b.example&ip=192.0.2.1", [["identity", "unsupported"]]],
  ["id=a@b.example&id=c@d.example&ip=192.0.2.1", [["sender", "repeated"]]],
  ["id=a@b.example&sender=a@b.example&ip=192.0.2.1", []],
  ["id=&sender=a@b.example&ip=192.0.2.1", []],
  [`id=${"a".repeat(300)}@b.example&ip=192.0.2.1`, [["sender", "too-long"]]],
  [`id=${"a".repeat(3000)}@b.example&ip=192.0.2.1`, [["sender", "too-long"]]],
  ["id=a@b..example&ip=192.0.2.1", [["sender", "not-an-address"]]],
  ["__proto__=x&constructor=y&toString=z&hasOwnProperty=1&id=a@b.example&ip=192.0.2.1", []],
  [
    "id=constructor&ip=__proto__",
    [
      ["ip", "not-an-address"],
      ["sender", "not-an-address"],
    ],
  ],
])("%s has the problems %j", (query, problems) => {
  const request = readWhyUrl(`/why?${query}`);
  expect(request.problems.map(({ field, kind }) => [field, kind])).toEqual(problems);
  for (const { field, kind, given } of request.problems) {
    if (field === "link" || field === "identity") continue;
    if (!["private", "repeated", "too-long"].includes(kind)) expect(request[field]).toBeNull();
    expect(given.length).toBeLessThanOrEqual(200);
  }
});

test.each([
  ["s=helo;id=mx.b.example;ip=192.0.2.1", "helo", null, "mx.b.example", "mx.b.example"],
  ["s=helo;id=postmaster@MX.b.example;ip=192.0.2.1", "helo", null, "mx.b.example", "mx.b.example"],
  ["id=mx.b.example;ip=192.0.2.1", "helo", null, "mx.b.example", "mx.b.example"],
  ["s=mfrom;id=b.example;ip=192.0.2.1", "mailfrom", "b.example", null, "b.example"],
  ["identity=helo&helo=mx.b.example&ip=192.0.2.1", "helo", null, "mx.b.example", "mx.b.example"],
  [
    "identity=mailfrom&sender=a@b.example&helo=mx.b.example&ip=192.0.2.1",
    "mailfrom",
    "a@b.example",
    "mx.b.example",
    "b.example",
  ],
  ["helo=mx.b.example&ip=192.0.2.1", "helo", null, "mx.b.example", "mx.b.example"],
  ["sender=<>&helo=mx.b.example&ip=192.0.2.1", "mailfrom", "", "mx.b.example", "mx.b.example"],
  ["sender=<a@b.example>&ip=192.0.2.1", "mailfrom", "a@b.example", null, "b.example"],
  ["sender=a@b.example+&ip=192.0.2.1", "mailfrom", "a@b.example", null, "b.example"],
  ["sender=a%40b.example++;ip=192.0.2.1", "mailfrom", "a@b.example", null, "b.example"],
  ["ip=192.0.2.1&sender=a+@b.example+", "mailfrom", "a+@b.example", null, "b.example"],
  ["s=mfrom&id=b.example+&ip=192.0.2.1", "mailfrom", "b.example", null, "b.example"],
  ["l=kim&d=b.example+&ip=192.0.2.1", "mailfrom", "kim@b.example", null, "b.example"],
  ["sender=mailto:a@b.example.&ip=192.0.2.1", "mailfrom", "a@b.example", null, "b.example"],
  ["s=helo&id=[192.0.2.1]&ip=192.0.2.1", "helo", null, "[192.0.2.1]", "[192.0.2.1]"],
  ["l=kim&d=b.example&ip=192.0.2.1", "mailfrom", "kim@b.example", null, "b.example"],
  ["id=a@메일.한국&ip=192.0.2.1", "mailfrom", "a@메일.한국", null, "xn--h32bq4v.xn--3e0b707e"],
  [
    "id=a@xn--h32bq4v.xn--3e0b707e&ip=192.0.2.1",
    "mailfrom",
    "a@xn--h32bq4v.xn--3e0b707e",
    null,
    "xn--h32bq4v.xn--3e0b707e",
  ],
  ["id=a%40%B8%DE%C0%CF.example&ip=192.0.2.1", "mailfrom", "a@메일.example", null, "xn--h32bq4v.example"],
])("%s asks for %s of %s", (query, identity, sender, helo, domain) => {
  expect(readWhyUrl(`/why?${query}`)).toMatchObject({ identity, sender, helo, domain, problems: [] });
});

test("a local part alone belongs to the domain that explains itself", () => {
  expect(readWhyUrl("http://www.exp.example/why.html?l=kim").sender).toBe("kim@exp.example");
});

test("a recipient's address is not kept as the receiver", () => {
  const request = readWhyUrl("/Why?s=mfrom;id=a@b.example;ip=192.0.2.1;r=kim@example.kr");
  expect(request.receiver).toBe("example.kr");
  expect(JSON.stringify(request)).not.toContain("kim");
});
