import { useId } from 'preact/hooks';
import { useLocale } from '../ui/locale';
import './empty-picture.css';

const WIDTH = 300;
const HEIGHT = 152;
/** x at which the coarse half ends. */
const SEAM = 120;
const CELL = 10;

/** Height of the ridges at `x`, shared by the smooth and the coarse half so that they meet at the seam. */
const farRidge = (x: number) => 98 - 16 * Math.sin(x / 40 + 2.2) - 9 * Math.sin(x / 15 + 1.2);
const nearRidge = (x: number) => 124 - 13 * Math.sin(x / 34 + 0.2) - 5 * Math.sin(x / 12);

/** Half of it lies on either side of the seam. */
const SUN = { x: SEAM, y: 58, r: 28 };

/** Colour class of the point: the same landscape, sampled for the coarse half. */
function paintAt(x: number, y: number): string {
  if (y > nearRidge(x)) return 'near';
  if (y > farRidge(x)) return 'far';
  if (Math.hypot(x - SUN.x, y - SUN.y) < SUN.r) return 'sun';
  return y < 34 ? 'sky-1' : y < 58 ? 'sky-2' : y < 78 ? 'sky-3' : 'sky-4';
}

const CELLS = Array.from({ length: (SEAM / CELL) * Math.ceil(HEIGHT / CELL) }, (_, index) => {
  const columns = SEAM / CELL;
  const x = (index % columns) * CELL;
  const y = Math.floor(index / columns) * CELL;
  return { x, y, paint: paintAt(x + CELL / 2, y + CELL / 2) };
});

function ridgePath(ridge: (x: number) => number): string {
  let path = `M0 ${HEIGHT}`;
  for (let x = 0; x <= WIDTH; x += 6) path += `L${x} ${ridge(x).toFixed(1)}`;
  return `${path}L${WIDTH} ${HEIGHT}Z`;
}

/** A drawn landscape, coarse on the left and sharp on the right, with the context menu over it. */
export function EmptyPicture() {
  const { menu } = useLocale().messages;
  const id = useId();
  return (
    <div class="empty-picture" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        <defs>
          <linearGradient id={`${id}sky`} x1="0" y1="0" x2="0" y2="1">
            <stop class="paint-sky-1" offset="0" />
            <stop class="paint-sky-2" offset=".35" />
            <stop class="paint-sky-3" offset=".55" />
            <stop class="paint-sky-4" offset=".75" />
          </linearGradient>
          <radialGradient id={`${id}glow`}>
            <stop offset="0" stop-color="#fff3d6" stop-opacity=".85" />
            <stop offset="1" stop-color="#fff3d6" stop-opacity="0" />
          </radialGradient>
        </defs>
        <rect width={WIDTH} height={HEIGHT} fill={`url(#${id}sky)`} />
        <circle cx={SUN.x} cy={SUN.y} r={SUN.r * 2.6} fill={`url(#${id}glow)`} />
        <circle cx={SUN.x} cy={SUN.y} r={SUN.r} class="paint-sun" />
        <path class="paint-far" d={ridgePath(farRidge)} />
        <path class="paint-near" d={ridgePath(nearRidge)} />
        {CELLS.map(({ x, y, paint }) => (
          // Slightly larger than the cell, so that no seams show.
          <rect
            key={`${x},${y}`}
            class={`paint-${paint}`}
            x={x}
            y={y}
            width={CELL + 0.5}
            height={CELL + 0.5}
          />
        ))}
        <path d={`M${SEAM} 0V${HEIGHT}`} stroke="#fff" stroke-width="2" />
      </svg>
      <div class="empty-picture__menu">
        <span class="empty-picture__item">{menu.parent}</span>
        <span class="empty-picture__sub">
          <b>{menu.targets['2k']}</b>
          <span>{menu.targets['4k']}</span>
        </span>
      </div>
      <svg class="empty-picture__pointer" viewBox="0 0 16 20" aria-hidden="true" focusable="false">
        <path d="M2 1.5v14l3.6-3.2 2.4 5.6 2.6-1.1-2.4-5.5h4.9z" />
      </svg>
    </div>
  );
}
