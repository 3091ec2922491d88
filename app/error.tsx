"use client";

import { Message } from "@/components/ui/message";
import { useDocumentLanguage } from "@/components/ui/use-document-language";

// Its words are here, since the library that looks them up would otherwise come along with every page.
const TEXTS = {
  ko: {
    title: "화면을 만들다가 멈췄습니다",
    text: "whyspf의 잘못입니다. 자세한 내용은 서버의 기록에 있습니다.",
    again: "다시 시도",
    home: "첫 화면으로",
  },
  en: {
    title: "This page could not be made",
    text: "That is a fault of whyspf. The server's own log has the details.",
    again: "Try again",
    home: "To the overview",
  },
};

export default function Fault({ retry }: { retry: () => void }) {
  const texts = TEXTS[useDocumentLanguage()];
  return (
    <Message title={texts.title}>
      <p role="alert">{texts.text}</p>
      <p className="flex items-center gap-4">
        <button
          type="button"
          onClick={() => retry()}
          className="rounded bg-accent px-3 py-1.5 text-sm text-on-accent"
        >
          {texts.again}
        </button>
        <a href="/" className="link text-sm">
          {texts.home}
        </a>
      </p>
    </Message>
  );
}
