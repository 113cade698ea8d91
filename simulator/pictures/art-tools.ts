/** Small tools for drawing pictures as SVG text, the same on every run. */

/** A random number generator (mulberry32): 0 (included) to 1 (excluded). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `draw` for 0 to `count` - 1, joined. */
export function times(count: number, draw: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => draw(at)).join('');
}

/** A number short enough for SVG. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A linear gradient of evenly spaced colours, top to bottom. */
export function gradient(id: string, ...colours: string[]): string {
  const stops = colours.map(
    (colour, at) => `<stop offset="${n(at / (colours.length - 1))}" stop-color="${colour}"/>`,
  );
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient>`;
}

/** A radial gradient from an opaque colour to nothing. */
export function glow(id: string, colour: string, strength = 1): string {
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/>
<stop offset=".35" stop-color="${colour}" stop-opacity="${strength * 0.35}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
}

/** Fine grain over the whole picture, like film. */
export function grain(width: number, height: number, strength: number, seed: number): string {
  return `<filter id="grain" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" seed="${seed}"/>
<feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  1.4 0 0 0 -.45"/></filter>
<rect width="${width}" height="${height}" filter="url(#grain)" opacity="${strength}"/>`;
}

/** A ridge of hills across the picture: rough at many scales. */
export function ridge(
  random: () => number,
  { width, base, height, rough }: { width: number; base: number; height: number; rough: number },
): string {
  const waves = Array.from({ length: 7 }, (_, at) => ({
    size: (height / (at + 1)) * (at === 0 ? 1 : rough),
    pace: (at + 1) * (1 + random()) * 1.4,
    shift: random() * 7,
  }));
  const points = Array.from({ length: 121 }, (_, at) => {
    const x = (at / 120) * width;
    const y = waves.reduce(
      (sum, w) => sum + w.size * Math.sin((x / width) * w.pace * 3 + w.shift),
      0,
    );
    return `${n(x)} ${n(base - Math.abs(y) - random() * rough * 3)}`;
  });
  return `M0 ${base} L${points.join(' L')} L${width} ${base} Z`;
}

/** A whole SVG picture. */
export function svg(width: number, height: number, defs: string, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs}</defs>${body}</svg>`;
}
