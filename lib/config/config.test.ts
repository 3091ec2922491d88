import { describe, expect, test } from "vitest";
import { ConfigFault, readConfig } from "./config";

describe("the settings", () => {
  test("have defaults", () => {
    const config = {
      authority: null,
      databaseUrl: "file:./data/whyspf.db",
      dnsServers: null,
      language: "en",
      port: 3000,
      publicRecords: true,
      trustedProxies: [],
      url: null,
    };
    expect(readConfig({})).toEqual(config);
    expect(readConfig({ WHYSPF_URL: "", WHYSPF_TRUSTED_PROXIES: "" })).toEqual(config);
  });

  test.each([
    ["https://whyspf.corp.example", "https://whyspf.corp.example"],
    ["https://Whyspf.corp.example:8443/", "https://whyspf.corp.example:8443"],
    ["http://[::1]:3000", "http://[::1]:3000"],
  ])("take %s as the address of the pages", (given, url) => {
    expect(readConfig({ WHYSPF_URL: given }).url).toBe(url);
  });

  test.each(["192.0.2.53:5300", "[2001:db8::53]:53,resolver.corp.example", "192.0.2.53, 192.0.2.54:53"])(
    "take %s as resolvers",
    (given) => {
      expect(readConfig({ WHYSPF_DNS: given }).dnsServers).toBe(given);
    },
  );

  test("take the servers to ask for what is published", () => {
    const given = "192.0.2.53:5300, [2001:db8::53]:53";
    expect(readConfig({ WHYSPF_AUTHORITY: given, WHYSPF_DNS: "192.0.2.1" })).toMatchObject({
      authority: given,
      dnsServers: "192.0.2.1",
    });
  });

  test.each([
    ["on", true],
    ["off", false],
    ["", true],
  ])("with WHYSPF_PUBLIC_RECORDS=%s let strangers use the record tool: %s", (given, publicRecords) => {
    expect(readConfig({ WHYSPF_PUBLIC_RECORDS: given }).publicRecords).toBe(publicRecords);
  });

  test.each([
    [{ LANG: "ko_KR.UTF-8" }, "ko"],
    [{ LANG: "ko" }, "ko"],
    [{ LANG: "ko_KR.UTF-8", LC_ALL: "C.UTF-8" }, "en"],
    [{ LC_MESSAGES: "ko_KR", LANG: "en_US.UTF-8" }, "ko"],
    [{ LANG: "kok_IN" }, "en"],
  ])("of %j speak %s", (env, language) => {
    expect(readConfig(env).language).toBe(language);
  });

  test("take addresses and networks of proxies", () => {
    const { trustedProxies } = readConfig({ WHYSPF_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8,::1" });
    expect(trustedProxies.map(({ text }) => text)).toEqual(["127.0.0.1", "10.0.0.0/8", "::1"]);
  });

  test.each([
    ["WHYSPF_URL", "whyspf.corp.example"],
    ["WHYSPF_URL", "javascript:alert(1)"],
    ["WHYSPF_URL", "https://corp.example/whyspf"],
    ["WHYSPF_URL", "https://user@corp.example"],
    ["WHYSPF_TRUSTED_PROXIES", "10.0.0.0/8,proxy.corp.example"],
    ["WHYSPF_DNS", "192.0.2.53;192.0.2.54"],
    ["WHYSPF_DNS", ","],
    ["WHYSPF_AUTHORITY", "ns1.corp.example;ns2.corp.example"],
    ["WHYSPF_PUBLIC_RECORDS", "no"],
    ["PORT", "99999"],
  ])("%s cannot be %s, and the sentence names it", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigFault);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is not usable: .*\\.$`));
  });
});
