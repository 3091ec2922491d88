import iconv from "iconv-lite";
import type { Random } from "@/lib/demo/random";

const WORK = [
  "견적서 송부드립니다",
  "[공지] 11월 정기 점검 안내",
  "회의록 공유 드립니다",
  "세금계산서가 발행되었습니다",
  "주문하신 상품이 발송되었습니다",
  "다음 주 일정 확인 부탁드립니다",
  "계약서 초안 검토 요청의 건",
  "Re: 납품 일정 관련 문의드립니다",
  "예약이 확정되었습니다",
  "주간 소식지 제 42호",
  "서버 이전 작업 결과 보고",
  "휴가 신청서 결재 요청",
  "Weekly report",
  "Re: meeting on Thursday",
  "Your receipt",
  "Build finished",
];
const BAIT = [
  "[긴급] 고객님의 계좌가 정지되었습니다",
  "보안카드 재등록 안내",
  "본인 확인이 필요합니다 - 오늘까지 확인하지 않으면 이용이 제한됩니다",
  "(광고) 무담보 당일 대출 상담",
  "배송 주소 오류: 확인 바랍니다",
  "(광고) 특가 행사 오늘 마감",
  "You have won",
  "Invoice 8841 overdue",
];

type Encoding = "UTF-8 B" | "UTF-8 Q" | "EUC-KR B" | "ks_c_5601-1987 B" | "raw";

const ENCODINGS: readonly (readonly [Encoding, number])[] = [
  ["UTF-8 B", 55],
  ["UTF-8 Q", 8],
  ["EUC-KR B", 16],
  ["ks_c_5601-1987 B", 14],
  ["raw", 7],
];
/** As many as fit into one encoded word of 75 characters, whatever its charset (RFC 2047 section 2). */
const CHARACTERS = 12;

/** A subject as it stands in the header, one character per byte; its fold, if any, as the two blanks procmail logs. */
export function writeSubject(isBait: boolean, random: Random): string {
  const text = random.pick(isBait ? BAIT : WORK);
  if (/^[ -~]*$/.test(text)) return text;
  return encode(text, random.weighted(ENCODINGS));
}

/** A From: header with a display name, as it stands in the message. */
export function writeSender(address: string, isBait: boolean, random: Random): string {
  const name = isBait ? "고객센터" : random.pick(["영업팀", "홍보팀", "관리자", "김민수", "이지혜"]);
  return `${encode(name, random.chance(0.6) ? "UTF-8 B" : "EUC-KR B")} <${address}>`;
}

function encode(text: string, encoding: Encoding): string {
  if (encoding === "raw") return iconv.encode(text, "euc-kr").toString("latin1");
  const [charset, form] = encoding.split(" ") as [string, "B" | "Q"];
  const length = form === "Q" ? 5 : CHARACTERS;
  const words: string[] = [];
  const characters = [...text];
  for (let at = 0; at < characters.length; at += length) {
    const bytes = iconv.encode(
      characters.slice(at, at + length).join(""),
      charset === "UTF-8" ? "utf-8" : "euc-kr",
    );
    words.push(`=?${charset}?${form}?${form === "B" ? bytes.toString("base64") : quoted(bytes)}?=`);
  }
  return words.join("  ");
}

function quoted(bytes: Buffer): string {
  return [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
