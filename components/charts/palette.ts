import { RESULT_MARKS } from "@/components/spf/result-marks";
import { COUNTED_RESULTS, type CountedResult } from "@/lib/queries/count-table";

/** The colours of the current theme, in what a canvas can draw with. */
export interface Palette {
  fills: Record<CountedResult, CanvasPattern | string>;
  borders: Record<CountedResult, string>;
  ink: string;
  muted: string;
  line: string;
  panel: string;
  font: string;
}

const TILE = 8;

/** Reads the theme from an element; a canvas knows no CSS variables. */
export function paletteOf(element: HTMLElement): Palette {
  const probe = element.appendChild(document.createElement("span"));
  const color = (variable: string) => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const panel = color("--panel");
  const borders = mapped((result) => color(RESULT_MARKS[result].color));
  const palette: Palette = {
    borders,
    fills: mapped((result) => patternOf(result, borders[result], panel)),
    ink: color("--ink"),
    muted: color("--muted"),
    line: color("--line"),
    panel,
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return palette;
}

function mapped<T>(of: (result: CountedResult) => T): Record<CountedResult, T> {
  return Object.fromEntries(COUNTED_RESULTS.map((result) => [result, of(result)])) as Record<
    CountedResult,
    T
  >;
}

function patternOf(result: CountedResult, color: string, panel: string): CanvasPattern | string {
  const { lines, width, isHollow } = RESULT_MARKS[result];
  const scale = Math.max(1, Math.round(window.devicePixelRatio));
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = TILE * scale;
  const context = canvas.getContext("2d");
  if (lines === "" || context === null) return color;
  context.scale(scale, scale);
  context.fillStyle = isHollow ? panel : color;
  context.fillRect(0, 0, TILE, TILE);
  context.strokeStyle = isHollow ? color : panel;
  context.lineWidth = width;
  context.lineCap = "round";
  context.stroke(new Path2D(lines));
  const pattern = context.createPattern(canvas, "repeat");
  // Drawn on a canvas that is itself scaled by the device's pixels.
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern ?? color;
}
