import { glow, gradient, grain, n, ridge, seeded, svg, times } from './art-tools';

/** A lighthouse in the evening, 720x900: brickwork, railings, spray and a beam. */
export function lighthouse(): string {
  const random = seeded(31);
  const clouds = times(40, () => {
    const y = 60 + random() * 420;
    return `<ellipse cx="${n(random() * 800 - 40)}" cy="${n(y)}" rx="${n(30 + random() * 140)}" ry="${n(2 + random() * 9)}" fill="${random() < 0.5 ? '#ffb9a0' : '#7f6aa8'}" opacity="${n(0.1 + random() * 0.25)}"/>`;
  });
  const stars = times(
    140,
    () =>
      `<circle cx="${n(random() * 720)}" cy="${n(random() ** 2 * 360)}" r="${n(0.4 + random())}" fill="#fff" opacity="${n(0.3 + random() * 0.6)}"/>`,
  );
  const bands = times(5, (at) => {
    const top = 258 + at * 92;
    const half = (y: number) => 44 + ((y - 258) / 460) * 34;
    const foot = top + 92;
    return `<path d="M${n(360 - half(top))} ${top} H${n(360 + half(top))} L${n(360 + half(foot))} ${foot} H${n(360 - half(foot))} Z" fill="${at % 2 ? '#f4ebdf' : '#c83f3a'}"/>`;
  });
  const bricks = times(46, (row) =>
    times(9, (column) => {
      const y = 260 + row * 10;
      const half = 44 + ((y - 258) / 460) * 34;
      const x = 360 - half + ((column + (row % 2) * 0.5) / 9) * half * 2;
      return `<path d="M${n(x)} ${y} v10" stroke="#5b2330" stroke-width=".7" opacity="${n(0.15 + random() * 0.3)}"/>`;
    }).concat(
      `<path d="M${n(360 - 44 - row * 0.74)} ${260 + row * 10} h${n(88 + row * 1.48)}" stroke="#5b2330" stroke-width=".6" opacity=".28"/>`,
    ),
  );
  const windows = times(
    4,
    (at) =>
      `<path d="M${350 - at} ${300 + at * 104} v-18 q10 -14 20 0 v18 Z" fill="#2a2140"/><path d="M${353 - at} ${298 + at * 104} v-14 q7 -9 14 0 v14 Z" fill="${at % 2 ? '#4a3d66' : '#ffd58a'}"/>`,
  );
  const rail = times(
    25,
    (at) => `<path d="M${296 + at * 5.3} 232 v-20" stroke="#241c33" stroke-width="1.4"/>`,
  );
  const rocks = times(150, () => {
    const x = random() * 720;
    const y = 712 + random() * 120 + Math.abs(x - 360) * 0.16;
    const wide = 14 + random() * 46;
    return `<path d="M${n(x)} ${n(y)} l${n(wide * 0.3)} ${n(-wide * (0.3 + random() * 0.5))} l${n(wide * 0.5)} ${n(wide * 0.1)} l${n(wide * 0.4)} ${n(wide * 0.6)} Z" fill="${['#2c2540', '#3b3150', '#1f1a30', '#4c3c58'][Math.floor(random() * 4)]}"/>`;
  });
  const waves = times(360, () => {
    const depth = random();
    return `<path d="M${n(random() * 760 - 20)} ${n(640 + depth * 270)} q${n(6 + depth * 14)} ${n(-2 - depth * 6)} ${n(14 + depth * 34)} 0" stroke="${random() < 0.4 ? '#ffc9a8' : '#27315e'}" fill="none" stroke-width="${n(0.6 + depth * 1.6)}" opacity="${n(0.2 + random() * 0.4)}"/>`;
  });
  const spray = times(420, () => {
    const x = 60 + random() * 600;
    return `<circle cx="${n(x)}" cy="${n(838 - random() ** 2 * 90 + Math.abs(x - 360) * 0.06)}" r="${n(0.5 + random() * 2)}" fill="#fff" opacity="${n(0.2 + random() * 0.6)}"/>`;
  });
  const defs = `${gradient('dusk', '#1d1d4d', '#4a3a7c', '#a95c8d', '#f08f74', '#ffcf93')}${gradient('sea', '#d9827c', '#6b4f86', '#2b2f63', '#151a40')}${glow('lamp', '#fff3c0')}
<linearGradient id="beam" x1="0" x2="1"><stop offset="0" stop-color="#fff2b8" stop-opacity=".85"/><stop offset="1" stop-color="#fff2b8" stop-opacity="0"/></linearGradient>
<linearGradient id="round" x1="0" x2="1"><stop offset="0" stop-color="#1a1030" stop-opacity=".55"/><stop offset=".35" stop-color="#fff" stop-opacity=".12"/><stop offset="1" stop-color="#1a1030" stop-opacity=".6"/></linearGradient>`;
  return svg(
    720,
    900,
    defs,
    `<rect width="720" height="660" fill="url(#dusk)"/>${stars}${clouds}<path d="M360 186 L740 60 V300 Z" fill="url(#beam)"/><path d="M360 186 L-40 250 V120 Z" fill="#fff2b8" opacity=".16"/>
<rect y="640" width="720" height="260" fill="url(#sea)"/>${waves}<path d="M120 820 Q250 690 300 706 H430 Q520 700 640 830 L720 900 H0 Z" fill="#2a2340"/>
${bands}${bricks}<path d="M316 258 H404 L438 718 H282 Z" fill="url(#round)"/>${windows}<path d="M290 232 h140 l-14 26 h-112 Z" fill="#2d2340"/>${rail}<path d="M292 212 h136" stroke="#241c33" stroke-width="3"/>
<rect x="326" y="156" width="68" height="62" fill="#3a2d4e"/>${times(4, (at) => `<rect x="${331 + at * 15.5}" y="161" width="12" height="52" fill="#ffe9a6"/>`)}<path d="M318 158 Q360 96 402 158 Z" fill="#b5342f"/><path d="M360 128 v-34" stroke="#241c33" stroke-width="4"/><circle cx="360" cy="120" r="7" fill="#241c33"/>
<circle cx="360" cy="186" r="150" fill="url(#lamp)"/>${rocks}${spray}${grain(720, 900, 0.08, 12)}`,
  );
}

/** Rows of houses in the afternoon, 960x720: a great many windows, cables and birds. */
export function city(): string {
  const random = seeded(64);
  const row = (base: number, tallest: number, colours: string[], glass: string) => {
    let x = -20;
    let houses = '';
    while (x < 980) {
      const wide = 34 + random() * 62;
      const tall = tallest * (0.35 + random() * 0.65);
      const top = base - tall;
      houses += `<rect x="${n(x)}" y="${n(top)}" width="${n(wide)}" height="${n(tall + 300)}" fill="${colours[Math.floor(random() * colours.length)]}"/><rect x="${n(x)}" y="${n(top)}" width="${n(wide * 0.22)}" height="${n(tall + 300)}" fill="#20314a" opacity=".18"/><rect x="${n(x - 2)}" y="${n(top - 3)}" width="${n(wide + 4)}" height="5" fill="#26374c" opacity=".5"/>`;
      if (random() < 0.5)
        houses += `<path d="M${n(x + wide * 0.5)} ${n(top)} v${n(-14 - random() * 40)} m-8 8 h16" stroke="#33475e" stroke-width="1.6"/>`;
      if (random() < 0.4)
        houses += `<path d="M${n(x + wide * 0.2)} ${n(top - 2)} v-16 h16 v16 Z M${n(x + wide * 0.2)} ${n(top - 18)} l8 -6 l8 6" fill="#7d5a48" stroke="#49362e"/>`;
      for (let down = 0; down < Math.min(40, tall / 11); down += 1) {
        for (let across = 0; across < Math.floor((wide - 8) / 9); across += 1) {
          houses += `<rect x="${n(x + 5 + across * 9)}" y="${n(top + 9 + down * 12)}" width="5" height="7" fill="${random() < 0.16 ? '#fff3c2' : glass}" opacity="${n(0.5 + random() * 0.5)}"/>`;
        }
      }
      x += wide + random() * 3;
    }
    return houses;
  };
  const cables = times(
    7,
    (at) =>
      `<path d="M-10 ${400 + at * 12} Q480 ${520 + at * 20} 970 ${380 + at * 15}" stroke="#1d2c3f" stroke-width="1.1" fill="none" opacity=".7"/>`,
  );
  const birds = times(34, () => {
    const x = random() * 960;
    const y = 452 + Math.sin((x / 960) * Math.PI) * 14;
    return `<path d="M${n(x)} ${n(y)} q3 -7 7 -3 l3 4 Z" fill="#14202f"/>`;
  });
  const clouds = times(
    30,
    () =>
      `<ellipse cx="${n(random() * 960)}" cy="${n(30 + random() * 130)}" rx="${n(30 + random() * 90)}" ry="${n(8 + random() * 22)}" fill="#fff" opacity="${n(0.2 + random() * 0.35)}"/>`,
  );
  return svg(
    960,
    720,
    `${gradient('day', '#57b5d1', '#9bd6d8', '#e6f1d6', '#fbe3b0')}<filter id="soft"><feGaussianBlur stdDeviation="9"/></filter>`,
    `<rect width="960" height="720" fill="url(#day)"/><g filter="url(#soft)">${clouds}</g><circle cx="770" cy="120" r="44" fill="#fff8dc"/>
${row(430, 250, ['#a8c6c6', '#b9cfc4', '#96b8bf'], '#6f97a3')}<rect y="300" width="960" height="300" fill="#fbe3b0" opacity=".25"/>${row(540, 240, ['#d99a6c', '#c9805c', '#e3b489', '#8fa79f'], '#4d6a78')}${row(690, 210, ['#b8503f', '#e0c08c', '#34657a', '#d8d0bb', '#7c3b3d'], '#20374c')}
${cables}${birds}${grain(960, 720, 0.07, 15)}`,
  );
}

/** Mountains behind mountains, 1024x768: mist, firs and flowers. */
export function valley(): string {
  const random = seeded(90);
  const layers = times(7, (at) => {
    const base = 325 + at * 67;
    const shade = ['#9fb6cf', '#86a3b8', '#6b8f98', '#50795f', '#3c6344', '#2a4a30', '#1a3020'][at];
    return `<path d="${ridge(seeded(70 + at), { width: 1024, base, height: 155 - at * 15, rough: 0.55 })}" fill="${shade}"/><rect y="${base - 1}" width="1024" height="70" fill="${shade}"/><rect y="${base - 30}" width="1024" height="65" fill="url(#mist)"/>`;
  });
  const trees = times(700, () => {
    const depth = random();
    const y = 560 + depth * 200;
    const tall = 10 + depth * 38;
    return `<path d="M${n(random() * 1024)} ${n(y - tall)} l${n(tall * 0.2)} ${n(tall)} h${n(-tall * 0.4)} Z" fill="${['#1d3a24', '#27492c', '#142a1b', '#31572f'][Math.floor(random() * 4)]}"/>`;
  });
  const flowers = times(900, () => {
    const y = 675 + random() * 93;
    return `<circle cx="${n(random() * 1024)}" cy="${n(y)}" r="${n(0.8 + (y - 675) / 50)}" fill="${['#f6d14b', '#e96a8d', '#fff4e0', '#b77be0'][Math.floor(random() * 4)]}" opacity=".9"/>`;
  });
  return svg(
    1024,
    768,
    `${gradient('air', '#2f6fb5', '#74aede', '#cfe3ea', '#fdeccb')}<linearGradient id="mist" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f4efe2" stop-opacity="0"/><stop offset=".6" stop-color="#f4efe2" stop-opacity=".35"/><stop offset="1" stop-color="#f4efe2" stop-opacity="0"/></linearGradient>${glow('sun', '#fff6d8')}`,
    `<rect width="1024" height="768" fill="url(#air)"/><circle cx="725" cy="155" r="225" fill="url(#sun)"/><circle cx="725" cy="155" r="30" fill="#fffbe8"/>${layers}
<path d="M475 475 Q575 525 500 575 T575 675 T425 768 H625 Q750 690 630 615 T560 540 T490 475 Z" fill="#bfdcea" opacity=".85"/>${trees}${flowers}`,
  );
}
