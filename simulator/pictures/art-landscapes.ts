import { glow, gradient, grain, n, ridge, seeded, svg, times } from './art-tools';

function boat(random: () => number, x: number, y: number, size: number, hull: string): string {
  const mast = size * (1.5 + random() * 0.5);
  const tip = y - mast;
  const rope = `stroke="#1b1722" stroke-width="${n(size / 90)}" fill="none"`;
  return `<path d="M${n(x - size * 0.62)} ${n(y - size * 0.2)} Q${n(x)} ${n(y - size * 0.08)} ${n(x + size * 0.68)} ${n(y - size * 0.26)} L${n(x + size * 0.46)} ${n(y)} Q${n(x)} ${n(y + size * 0.07)} ${n(x - size * 0.48)} ${n(y)} Z" fill="${hull}"/>
<path d="M${n(x - size * 0.6)} ${n(y - size * 0.17)} Q${n(x)} ${n(y - size * 0.05)} ${n(x + size * 0.65)} ${n(y - size * 0.22)}" stroke="#f7d9b0" stroke-width="${n(size / 40)}" fill="none"/>
<path d="M${n(x - size * 0.3)} ${n(y - size * 0.16)} h${n(size * 0.34)} v${n(-size * 0.17)} h${n(-size * 0.26)} Z" fill="#e9dcc8"/>
${times(3, (at) => `<rect x="${n(x - size * (0.23 - at * 0.09))}" y="${n(y - size * 0.28)}" width="${n(size * 0.055)}" height="${n(size * 0.055)}" fill="#35425c"/>`)}
<path d="M${n(x + size * 0.1)} ${n(y - size * 0.1)} L${n(x + size * 0.1)} ${n(tip)}" stroke="#2a1d1c" stroke-width="${n(size / 28)}"/>
<path d="M${n(x + size * 0.1)} ${n(y - size * 0.32)} L${n(x - size * 0.42)} ${n(y - size * 0.36)}" stroke="#2a1d1c" stroke-width="${n(size / 40)}"/>
<path d="M${n(x + size * 0.08)} ${n(y - size * 0.38)} Q${n(x - size * 0.16)} ${n(y - size * 0.44)} ${n(x - size * 0.4)} ${n(y - size * 0.4)} l0 ${n(-size * 0.05)} Q${n(x - size * 0.14)} ${n(y - size * 0.5)} ${n(x + size * 0.08)} ${n(y - size * 0.44)} Z" fill="#f3ead9"/>
<path d="M${n(x + size * 0.1)} ${n(tip)} L${n(x + size * 0.66)} ${n(y - size * 0.26)} M${n(x + size * 0.1)} ${n(tip)} L${n(x - size * 0.6)} ${n(y - size * 0.2)} M${n(x + size * 0.1)} ${n(tip + mast * 0.3)} L${n(x + size * 0.4)} ${n(y - size * 0.18)} M${n(x + size * 0.1)} ${n(tip + mast * 0.3)} L${n(x - size * 0.3)} ${n(y - size * 0.16)}" ${rope}/>
${times(7, (at) => `<path d="M${n(x + size * (0.12 + at * 0.035))} ${n(y - size * 0.3 - at * 2)} h${n(size * 0.1)}" ${rope}/>`)}
<path d="M${n(x + size * 0.1)} ${n(tip)} l${n(size * 0.16)} ${n(size * 0.05)} l${n(-size * 0.16)} ${n(size * 0.06)} Z" fill="#d2402f"/>`;
}

function town(random: () => number, base: number): string {
  const walls = ['#6d4a58', '#7a5361', '#5c4152', '#86606a', '#644a5f', '#8d6a6c'];
  let x = 250;
  let houses = '';
  while (x < 800) {
    const wide = 16 + random() * 20;
    const tall = 22 + random() * 34;
    const wall = walls[Math.floor(random() * walls.length)] ?? '#6d4a58';
    const top = base - tall;
    houses += `<path d="M${n(x)} ${base} v${n(-tall)} l${n(wide / 2)} ${n(-wide * 0.42)} l${n(wide / 2)} ${n(wide * 0.42)} v${n(tall)} Z" fill="${wall}"/>
<path d="M${n(x - 1)} ${n(top + 1)} l${n(wide / 2 + 1)} ${n(-wide * 0.44)} l${n(wide / 2 + 1)} ${n(wide * 0.44)}" fill="none" stroke="#3a2433" stroke-width="1.6"/>`;
    for (let row = 0; row < Math.floor(tall / 10); row += 1) {
      for (let column = 0; column < Math.floor(wide / 8); column += 1) {
        const lit = random() < 0.35;
        houses += `<rect x="${n(x + 3 + column * 7.5)}" y="${n(top + 4 + row * 10)}" width="3.2" height="4.6" fill="${lit ? '#ffd98a' : '#3b2a3d'}"/>`;
      }
    }
    if (random() < 0.5)
      houses += `<rect x="${n(x + wide * 0.7)}" y="${n(top - wide * 0.45)}" width="3" height="9" fill="#4a2f3d"/>`;
    x += wide + random() * 2;
  }
  return `${houses}<path d="M610 ${base} v-92 h18 v92 Z" fill="#7c5867"/><path d="M607 ${base - 91} l12 -34 l12 34 Z" fill="#42303f"/>
<circle cx="619" cy="${base - 76}" r="6" fill="#f8e3bd"/><path d="M619 ${base - 76} v-4.5 M619 ${base - 76} l3 2" stroke="#333" stroke-width="1"/>`;
}

/** A harbour at dawn, 800x600: thin ropes, small windows and broken reflections. */
export function harbour(): string {
  const random = seeded(11);
  const shore = 330;
  const scene = `<path d="${ridge(seeded(3), { width: 800, base: shore, height: 92, rough: 0.5 })}" fill="#8d7396"/>
<path d="${ridge(seeded(8), { width: 800, base: shore, height: 52, rough: 0.6 })}" fill="#6e5878"/>
${town(seeded(5), shore)}
<path d="M0 ${shore} h210 l22 -7 h120 v11 H0 Z" fill="#4b3847"/>
<path d="M150 ${shore} v-58 h14 v58 Z" fill="#efe3d2"/><path d="M150 ${shore - 18} h14 v-12 h-14 Z M150 ${shore - 40} h14 v-10 h-14 Z" fill="#c24a3c"/>
<path d="M147 ${shore - 58} h20 v-3 h-20 Z M151 ${shore - 61} h12 v-9 h-12 Z" fill="#3b2c3a"/><path d="M150 ${shore - 70} l7 -7 l7 7 Z" fill="#c24a3c"/>
<circle cx="157" cy="${shore - 66}" r="2.6" fill="#fff3c4"/>`;
  const boats = `${boat(random, 520, 372, 58, '#2f5d73')}${boat(random, 660, 388, 72, '#8c3f35')}${boat(random, 330, 408, 92, '#28405c')}${boat(random, 560, 470, 128, '#20485a')}`;
  const glints = times(420, () => {
    const depth = random() ** 1.5;
    const y = shore + 10 + depth * 250;
    const spread = 20 + depth * 90;
    const x = 214 + (random() - 0.5) * 2 * spread;
    return `<path d="M${n(x)} ${n(y)} h${n(4 + depth * 22 * random())}" stroke="${random() < 0.6 ? '#ffe9b8' : '#ffb98a'}" stroke-width="${n(0.7 + depth * 1.8)}" opacity="${n(0.35 + random() * 0.6)}"/>`;
  });
  const waves = times(520, () => {
    const depth = random() ** 0.8;
    const y = shore + 6 + depth * 262;
    return `<path d="M${n(random() * 820 - 10)} ${n(y)} q${n(4 + depth * 10)} ${n(-1 - depth * 2)} ${n(8 + depth * 26)} 0" stroke="${random() < 0.5 ? '#23304d' : '#d8a7a0'}" fill="none" stroke-width="${n(0.5 + depth * 1.2)}" opacity="${n(0.12 + random() * 0.25)}"/>`;
  });
  const gulls = times(9, () => {
    const x = 330 + random() * 330;
    const y = 70 + random() * 120;
    const s = 4 + random() * 6;
    return `<path d="M${n(x - s)} ${n(y - s * 0.4)} q${n(s * 0.6)} ${n(-s * 0.3)} ${n(s)} ${n(s * 0.4)} q${n(s * 0.4)} ${n(-s * 0.7)} ${n(s)} ${n(-s * 0.4)}" fill="none" stroke="#4c3a50" stroke-width="1.3"/>`;
  });
  const clouds = times(26, () => {
    const y = 40 + random() * 210;
    return `<ellipse cx="${n(random() * 860 - 30)}" cy="${n(y)}" rx="${n(40 + random() * 130)}" ry="${n(2 + random() * 6)}" fill="${random() < 0.5 ? '#ffd9bd' : '#c9a0b4'}" opacity="${n(0.12 + random() * 0.25)}"/>`;
  });
  const defs = `${gradient('sky', '#38446f', '#8a7ba6', '#e6a79d', '#ffcf94', '#ffe5b4')}${gradient('sea', '#e9b396', '#9d819c', '#4d5b86', '#22345c')}${glow('sun', '#fff1c9')}
<filter id="soft" x="-.2" y="-1" width="1.4" height="3"><feGaussianBlur stdDeviation="7 2.5"/></filter>
<filter id="ripple" x="-.05" y="-.05" width="1.1" height="1.1"><feTurbulence type="turbulence" baseFrequency=".012 .11" numOctaves="3" seed="4"/><feDisplacementMap in="SourceGraphic" scale="17" xChannelSelector="R" yChannelSelector="G"/></filter>`;
  return svg(
    800,
    600,
    defs,
    `<rect width="800" height="340" fill="url(#sky)"/><circle cx="214" cy="292" r="210" fill="url(#sun)"/><circle cx="214" cy="292" r="25" fill="#fff6db"/>
<g filter="url(#soft)">${clouds}</g>${scene}<rect y="${shore}" width="800" height="270" fill="url(#sea)"/>
<g filter="url(#ripple)" opacity=".55"><g transform="translate(0 ${shore * 2 + 4}) scale(1 -1)">${scene}</g></g>
<g filter="url(#ripple)" opacity=".5"><g transform="translate(0 754) scale(1 -1)">${boat(seeded(21), 520, 374, 58, '#2f5d73')}</g><g transform="translate(0 822) scale(1 -1)">${boat(seeded(22), 330, 408, 92, '#28405c')}</g><g transform="translate(0 946) scale(1 -1)">${boat(seeded(23), 560, 470, 128, '#20485a')}</g></g>
${waves}${glints}${boats}${gulls}${grain(800, 600, 0.1, 7)}`,
  );
}

function pine(random: () => number, x: number, base: number, tall: number, fill: string): string {
  const layers = Math.max(6, Math.round(tall / 9));
  const branches = times(layers, (at) => {
    const y = base - tall + (tall * 0.92 * (at + 0.6)) / layers;
    const half = ((at + 0.8) / layers) * tall * 0.22 * (0.8 + random() * 0.4);
    const droop = tall * 0.045;
    return `<path d="M${n(x)} ${n(y - droop * 2)} L${n(x + half)} ${n(y + droop)} L${n(x + half * 0.4)} ${n(y + droop * 0.4)} L${n(x)} ${n(y + droop * 0.9)} L${n(x - half * 0.4)} ${n(y + droop * 0.4)} L${n(x - half)} ${n(y + droop)} Z"/>`;
  });
  return `<g fill="${fill}">${branches}<rect x="${n(x - tall * 0.012)}" y="${n(base - tall * 0.1)}" width="${n(tall * 0.024)}" height="${n(tall * 0.12)}"/></g>`;
}

/** A lake under stars, 1024x768: points of light, needles and a lit cabin. */
export function nightLake(): string {
  const random = seeded(42);
  const shore = 470;
  const stars = times(950, (at) => {
    const milky = at % 2 === 0;
    const along = random();
    const x = milky ? along * 1024 : random() * 1024;
    const y = milky ? 330 - along * 300 + (random() + random() - 1) * 120 : random() * 430;
    const size = random() ** 5 * 1.7 + 0.35;
    const colour = ['#ffffff', '#cfe0ff', '#ffe9cf'][Math.floor(random() * 3)] ?? '#fff';
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size)}" fill="${colour}" opacity="${n(0.35 + random() * 0.65)}"/>`;
  });
  const back = `<path d="${ridge(seeded(14), { width: 1024, base: shore, height: 190, rough: 0.75 })}" fill="#2a3a63"/>
<path d="${ridge(seeded(31), { width: 1024, base: shore, height: 120, rough: 0.8 })}" fill="#1b2748"/>`;
  const trees = times(130, (at) => {
    const x = (at / 130) * 1040 - 8 + random() * 10;
    const near = Math.abs(x - 520) / 520;
    return pine(
      random,
      x,
      shore + 2,
      26 + near * 70 + random() * 30,
      random() < 0.5 ? '#0c1730' : '#101d3a',
    );
  });
  const cabin = `<path d="M640 ${shore} v-26 l26 -18 l26 18 v26 Z" fill="#241a1c"/><path d="M634 ${shore - 24} l32 -23 l32 23" fill="none" stroke="#0c0d16" stroke-width="4"/>
<rect x="649" y="${shore - 20}" width="11" height="11" fill="#ffcf70"/><rect x="672" y="${shore - 20}" width="11" height="20" fill="#f2a84c"/><path d="M654.500 ${shore - 20} v11 M649 ${shore - 14.5} h11" stroke="#402a1a" stroke-width="1.2"/>`;
  const land = `${back}${trees}${cabin}`;
  const shimmer = times(560, () => {
    const depth = random();
    const y = shore + 8 + depth * 280;
    const centre = random() < 0.6 ? 286 : 664;
    const x = centre + (random() + random() - 1) * (10 + depth * (centre === 286 ? 80 : 26));
    return `<path d="M${n(x)} ${n(y)} h${n(3 + depth * 16 * random())}" stroke="${centre === 286 ? '#e8efff' : '#ffc569'}" stroke-width="${n(0.6 + depth * 1.3)}" opacity="${n(0.2 + random() * 0.6)}"/>`;
  });
  const craters = times(
    16,
    () =>
      `<circle cx="${n(262 + random() * 48)}" cy="${n(112 + random() * 48)}" r="${n(1 + random() * 5)}" fill="#c8cbd8" opacity=".5"/>`,
  );
  const reeds = times(90, () => {
    const x = random() ** 2 * 330 * (random() < 0.5 ? 1 : -1);
    const from = x < 0 ? 1024 + x : x;
    const tall = 40 + random() * 110;
    return `<path d="M${n(from)} 768 q${n(random() * 14 - 7)} ${n(-tall * 0.6)} ${n(random() * 40 - 20)} ${n(-tall)}" stroke="#050a16" stroke-width="${n(1 + random() * 1.6)}" fill="none"/>`;
  });
  const defs = `${gradient('night', '#060a1f', '#122050', '#2b4a86', '#6784ad')}${gradient('water', '#4f6b98', '#1b2c58', '#0a1230', '#050a1c')}${glow('halo', '#dfe8ff', 0.7)}${glow('hearth', '#ffb855', 0.8)}
<filter id="dust" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".006 .011" numOctaves="5" seed="19"/><feColorMatrix values="0 0 0 0 .66 0 0 0 0 .72 0 0 0 0 .95 2.6 0 0 0 -1.15"/></filter>
<clipPath id="moon"><circle cx="286" cy="136" r="34"/></clipPath>
<filter id="ripple" x="-.05" y="-.05" width="1.1" height="1.1"><feTurbulence type="turbulence" baseFrequency=".01 .09" numOctaves="3" seed="6"/><feDisplacementMap in="SourceGraphic" scale="15" xChannelSelector="R" yChannelSelector="G"/></filter>`;
  return svg(
    1024,
    768,
    defs,
    `<rect width="1024" height="480" fill="url(#night)"/><rect width="1024" height="480" filter="url(#dust)" opacity=".5"/>${stars}
<circle cx="286" cy="136" r="150" fill="url(#halo)"/><circle cx="286" cy="136" r="34" fill="#f3f3ee"/><g clip-path="url(#moon)">${craters}<circle cx="272" cy="126" r="40" fill="none"/></g>
${land}<circle cx="664" cy="${shore - 14}" r="70" fill="url(#hearth)"/><rect y="${shore}" width="1024" height="298" fill="url(#water)"/>
<g filter="url(#ripple)" opacity=".6"><g transform="translate(0 ${shore * 2}) scale(1 -1)">${land}</g></g>${shimmer}${reeds}`,
  );
}
