/** Draws public/welcome/cabin.jpg, the picture to try on the welcome page: `tsx scripts/pictures/welcome-picture.ts`. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Small on purpose, so that upscaling has an effect, px. */
const [WIDTH, HEIGHT] = [480, 320];
const folder = fileURLToPath(new URL('../../public/welcome/', import.meta.url));

/** Pseudo-random numbers, the same every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function stars(): string {
  const random = randomFrom(7);
  return Array.from({ length: 90 }, () => {
    const [x, y, size] = [random() * WIDTH, random() ** 1.4 * 190, 0.4 + random() * 0.9];
    return `<circle cx="${x}" cy="${y}" r="${size}" fill="#fff" opacity="${0.35 + random() * 0.6}"/>`;
  }).join('');
}

/** A curtain of light: thin rays that hang from a wave. */
function aurora(seed: number, base: number, colour: string): string {
  const random = randomFrom(seed);
  return Array.from({ length: 120 }, (_, index) => {
    const x = (index / 120) * (WIDTH + 40) - 20;
    const y = base + Math.sin(index / 13 + seed) * 22 + Math.sin(index / 5.5) * 6;
    const height = 62 + random() * 46;
    return `<rect x="${x}" y="${y - height}" width="6" height="${height}" fill="url(#${colour})" opacity="${0.2 + random() * 0.32}"/>`;
  }).join('');
}

function pine(x: number, ground: number, size: number): string {
  const tiers = [0, 1, 2, 3].map((tier) => {
    const top = ground - size + tier * size * 0.2;
    const half = size * (0.11 + tier * 0.055);
    return `<path d="M${x} ${top} L${x + half} ${top + size * 0.34} L${x - half} ${top + size * 0.34}Z"/>
      <path d="M${x} ${top} L${x + half * 0.5} ${top + size * 0.16} L${x - half * 0.75} ${top + size * 0.2}Z" fill="#cfe3f2" opacity=".75"/>`;
  });
  return `<g fill="#0d2433">${tiers.join('')}</g>`;
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
  <defs>
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#070d2a"/><stop offset=".55" stop-color="#14315a"/><stop offset="1" stop-color="#3b6b86"/></linearGradient>
    <linearGradient id="green" x2="0" y2="1"><stop stop-color="#6cf0c2" stop-opacity="0"/><stop offset=".8" stop-color="#5df2b0"/><stop offset="1" stop-color="#b5ffd9" stop-opacity=".1"/></linearGradient>
    <linearGradient id="violet" x2="0" y2="1"><stop stop-color="#b48cff" stop-opacity="0"/><stop offset=".8" stop-color="#9a7bff"/><stop offset="1" stop-color="#d9c8ff" stop-opacity=".1"/></linearGradient>
    <linearGradient id="snow" x2="0" y2="1"><stop stop-color="#dcebf7"/><stop offset="1" stop-color="#7fa6c4"/></linearGradient>
    <radialGradient id="glow"><stop stop-color="#ffcf7d" stop-opacity=".75"/><stop offset="1" stop-color="#ffcf7d" stop-opacity="0"/></radialGradient>
    <filter id="soft"><feGaussianBlur stdDeviation="3 1"/></filter>
    <filter id="smoke"><feGaussianBlur stdDeviation="2.4"/></filter>
  </defs>
  <rect width="100%" height="100%" fill="url(#sky)"/>
  ${stars()}
  <g filter="url(#soft)">${aurora(3, 118, 'violet')}${aurora(11, 146, 'green')}</g>
  <path d="M0 214 60 168 96 190 150 136 204 186 240 160 300 204 352 150 410 196 480 158V320H0Z" fill="#1b3a58"/>
  <path d="M150 136 172 158 160 162 150 154 138 166 130 158ZM352 150 374 170 360 170 350 164 340 174 332 170ZM60 168 74 180 62 178 50 184 46 178Z" fill="#e8f3fb" opacity=".85"/>
  <path d="M0 236Q120 206 240 226T480 214V320H0Z" fill="#2c5372"/>
  <path d="M0 262Q110 232 250 250T480 240V320H0Z" fill="url(#snow)"/>
  ${[20, 48, 74, 104].map((x, index) => pine(x, 262 - index * 2, 74 - (index % 2) * 16)).join('')}
  ${[372, 402, 430, 462].map((x, index) => pine(x, 256 - index, 66 + (index % 2) * 22)).join('')}
  <ellipse cx="262" cy="262" rx="92" ry="34" fill="url(#glow)"/>
  <path d="M292 186q6-14-2-24t4-26" fill="none" stroke="#cfdce8" stroke-width="7" stroke-linecap="round" opacity=".5" filter="url(#smoke)"/>
  <rect x="286" y="186" width="11" height="26" fill="#4a3a3a"/><rect x="284" y="183" width="15" height="5" rx="2" fill="#eef6fc"/>
  <rect x="222" y="222" width="84" height="42" fill="#5c3b2e"/>
  <path d="M222 230h84M222 238h84M222 246h84M222 254h84" stroke="#462b22" stroke-width="1.4"/>
  <path d="M212 226 264 188 316 226 308 230 264 198 220 230Z" fill="#f3f9fd"/>
  <path d="M222 229 264 198 306 229Z" fill="#6b4636"/>
  <rect x="234" y="234" width="20" height="17" fill="#ffd98c"/><path d="M244 234v17M234 242h20" stroke="#5c3b2e" stroke-width="1.8"/>
  <rect x="272" y="234" width="18" height="30" fill="#3a251d"/><circle cx="286" cy="250" r="1.3" fill="#ffd98c"/>
  <circle cx="264" cy="216" r="4.4" fill="#ffe2a6"/><path d="M264 211.600v8.800M259.600 216h8.800" stroke="#5c3b2e" stroke-width="1.200"/>
  <path d="M276 264q6 22-24 56h46q12-32-8-56Z" fill="#b8d2e6" opacity=".85"/>
  <path d="M0 292q90-18 190 0t290-10v38H0Z" fill="#eef6fc" opacity=".55"/>
</svg>`;

mkdirSync(folder, { recursive: true });
await sharp(Buffer.from(drawing)).flatten().jpeg({ quality: 82 }).toFile(`${folder}cabin.jpg`);
