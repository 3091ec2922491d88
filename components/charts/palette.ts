import type { Mark } from "@/components/spf/marks";

/** The colours of the current theme, in what a canvas can draw with. */
export interface Palette {
  ink: string;
  muted: string;
  line: string;
  panel: string;
  font: string;
  /** How a mark fills an area, and its edge. */
  paint(mark: Mark): { fill: CanvasPattern | string; border: string };
}

const TILE = 8;

/** Reads the theme from an element; a canvas knows no CSS variables. */
export function paletteOf(element: HTMLElement): Palette {
  const color = (variable: string) => resolved(element, variable);
  const panel = color("--panel");
  return {
    ink: color("--ink"),
    muted: color("--muted"),
    line: color("--line"),
    panel,
    font: getComputedStyle(element).fontFamily,
    paint: (mark) => {
      const border = color(mark.color);
      return { fill: patternOf(mark, border, panel), border };
    },
  };
}

/** The colour of a variable: light-dark() is only settled where it is used. */
function resolved(element: HTMLElement, variable: string): string {
  const probe = element.appendChild(document.createElement("span"));
  probe.style.color = `var(${variable})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function patternOf(mark: Mark, color: string, panel: string): CanvasPattern | string {
  const { lines, width, isHollow } = mark;
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
