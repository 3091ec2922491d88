import { domainToUnicode } from "node:url";
import { useTranslations } from "next-intl";
import { SenderText } from "./sender-text";

/** A domain as it is spelt on the wire (RFC 5890), and below it what an internationalised one stands for. */
export function DomainName({ name }: { name: string }) {
  const t = useTranslations("domains");
  const decoded = name.includes("xn--") ? domainToUnicode(name) : "";
  return (
    <>
      <SenderText text={name} />
      {decoded !== "" && decoded !== name && (
        <span className="block font-normal text-muted" title={t("decoded", { name: decoded })}>
          <SenderText text={decoded} />
        </span>
      )}
    </>
  );
}
