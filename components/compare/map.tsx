import type { CSSProperties } from 'preact';
import type { DifferenceMap } from '@/lib/images/quality/fidelity';
import './map.css';

/** Level from which a cell counts as different (lib/images/quality/fidelity.ts), and from which it is hinted at. */
const DIFFERS = 0.5;
const HINT = 0.25;

/** Props of the map of differences. */
export interface CompareMapProps {
  map: DifferenceMap;
  /** Lays it over the picture. */
  style: CSSProperties;
}

/** Where the result differs: the cells of the map, the warmer the more. Its words are in the panel. */
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
