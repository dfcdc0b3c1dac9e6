import { useEffect, useRef, useState, type ReactNode } from 'react';

type PlotModule = typeof import('@observablehq/plot');
export type Drawing = (plot: PlotModule, width: number) => SVGSVGElement | HTMLElement;

/** The class that all drawings carry: with it the library's style sheet is always the same text, which the page's policy names. */
export const PLOT_CLASS = 'plot';

interface ChartProps {
  /** What the drawing shows, for who cannot see it. */
  label: string;
  draw: Drawing;
  height: number;
  /** The same numbers as a table. */
  table?: ReactNode;
}

/** A drawing by Observable Plot, as wide as its place; the library is fetched when the first one is needed. */
export function Chart({ label, draw, height, table }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [plot, setPlot] = useState<PlotModule | null>(null);
  useEffect(() => {
    void import('@observablehq/plot').then(setPlot);
  }, []);
  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return;
    }
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = place.current;
    if (element === null || plot === null || width === 0) {
      return;
    }
    const drawn = draw(plot, width);
    drawn.setAttribute('aria-hidden', 'true');
    element.replaceChildren(drawn);
  }, [plot, width, draw]);
  return (
    <figure className="chart">
      <div ref={place} role="img" aria-label={label} className="chart-place" style={{ minHeight: height }} />
      {table === undefined ? null : (
        <details className="small">
          <summary>Show the numbers</summary>
          <div className="scroll-x">{table}</div>
        </details>
      )}
    </figure>
  );
}
