import { describe, expect, test } from "vitest";
import { ConfigFault, readConfig } from "./config";

describe("the settings", () => {
  test("have defaults", () => {
    const config = { databaseUrl: "file:./data/whyspf.db", port: 3000, trustedProxies: [], url: null };
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
    ["PORT", "99999"],
  ])("%s cannot be %s, and the sentence names it", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigFault);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is not usable: .*\\.$`));
  });
});
