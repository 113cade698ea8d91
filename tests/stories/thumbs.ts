/** Drawn stand-ins for photographs: small landscapes, one for each seed. */

const PALETTES = [
  ['#123c69', '#2c7da0', '#f6bd60', '#f28482'],
  ['#0b132b', '#3a506b', '#5bc0be', '#c6f1e7'],
  ['#2d1e2f', '#7b506f', '#e7a977', '#fbe3c0'],
  ['#283618', '#606c38', '#dda15e', '#fefae0'],
  ['#3d1a6e', '#8a3ab9', '#ff7a7a', '#ffd29d'],
] as const;

/** Address of a drawing for the seed. */
export function drawnThumb(seed: number): string {
  const [deep, mid, warm, pale] = PALETTES[seed % PALETTES.length] ?? PALETTES[0];
  const x = 30 + ((seed * 37) % 80);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 144 144">
    <linearGradient id="s" x2="0" y2="1"><stop stop-color="${mid}"/><stop offset=".6" stop-color="${warm}"/></linearGradient>
    <rect width="144" height="144" fill="url(#s)"/><circle cx="${x}" cy="60" r="16" fill="${pale}"/>
    <path d="M0 96 36 ${70 + (seed % 3) * 6} 70 100 104 ${78 - (seed % 4) * 5} 144 98V144H0Z" fill="${mid}"/>
    <path d="M0 120 50 100 96 124 144 108V144H0Z" fill="${deep}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
