import type { CSSProperties } from 'preact';
import type { DifferenceMap } from '@/lib/images/quality/fidelity';
import './map.css';

/** Level from which a cell counts as different (lib/images/quality/fidelity.ts), and from which it is faintly marked. */
const DIFFERS = 0.5;
const HINT = 0.25;

/** Props of the map of differences. */
export interface CompareMapProps {
  map: DifferenceMap;
  /** Places it over the image. */
  style: CSSProperties;
}

/** Heat map of the differences: warmer cells differ more. The panel has the words for it. */
export function CompareMap({ map, style }: CompareMapProps) {
  const { columns, across, down, levels } = map;
  return (
    <svg
      class="compare-map"
      style={style}
      viewBox={`0 0 ${across} ${down}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {levels.map((level, at) => {
        if (level < HINT) return null;
        const x = at % columns;
        const y = Math.floor(at / columns);
        return (
          <rect
            key={`${x} ${y}`}
            x={x}
            y={y}
            width={Math.min(1, across - x)}
            height={Math.min(1, down - y)}
            fill-opacity={level * 0.6}
            data-differs={level >= DIFFERS}
          />
        );
      })}
    </svg>
  );
}
