import { glow, gradient, grain, n, seeded, svg, times } from './art-tools';

/** A mushroom in moss, 640x640: warts, gills, blades of grass and drops. */
export function mushroom(): string {
  const random = seeded(77);
  const bokeh = times(34, () => {
    const colour = ['#b8d27a', '#7fae62', '#e7d98c', '#5d9070'][Math.floor(random() * 4)] ?? '#fff';
    return `<circle cx="${n(random() * 640)}" cy="${n(random() * 440)}" r="${n(12 + random() * 42)}" fill="${colour}" opacity="${n(0.08 + random() * 0.2)}"/>`;
  });
  const blade = (y: number, tall: number, colours: string[]) => {
    const x = random() * 660 - 10;
    const lean = random() * 60 - 30;
    const height = tall * (0.5 + random() * 0.7);
    return `<path d="M${n(x)} ${n(y)} Q${n(x + lean * 0.2)} ${n(y - height * 0.6)} ${n(x + lean)} ${n(y - height)} Q${n(x + lean * 0.3 + 3)} ${n(y - height * 0.5)} ${n(x + 3.4)} ${n(y)} Z" fill="${colours[Math.floor(random() * colours.length)]}"/>`;
  };
  const moss = times(1500, () => {
    const y = 500 + random() ** 0.7 * 140;
    const x = random() * 640;
    const shade = ['#2e4a22', '#3f6429', '#557f33', '#7da044', '#24391d'][Math.floor(random() * 5)];
    return `<path d="M${n(x)} ${n(y)} q${n(random() * 6 - 3)} -4 ${n(random() * 10 - 5)} ${n(-6 - random() * 9)}" stroke="${shade}" stroke-width="${n(0.8 + random() * 1.3)}" fill="none"/>`;
  });
  const gills = times(64, (at) => {
    const share = at / 63;
    const x = 168 + share * 304;
    return `<path d="M${n(x)} ${n(316 + Math.sin(share * Math.PI) * 17)} Q${n(320 + (x - 320) * 0.5)} 330 ${n(320 + (x - 320) * 0.16)} 342" stroke="${at % 2 ? '#d6c4a2' : '#a98f6b'}" stroke-width="1.3" fill="none"/>`;
  });
  const warts = times(78, () => {
    const angle = random() * Math.PI * 2;
    const far = Math.sqrt(random());
    const x = 320 + Math.cos(angle) * far * 158;
    const y = 244 + Math.sin(angle) * far * 88 - (1 - far) * 24;
    const size = (3 + random() * 10) * (1 - far * 0.45);
    return `<ellipse cx="${n(x + 1.5)}" cy="${n(y + 2.5)}" rx="${n(size)}" ry="${n(size * 0.66)}" fill="#7b120f" opacity=".45"/><ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(size)}" ry="${n(size * 0.64)}" fill="#f6ecd8"/><ellipse cx="${n(x - size * 0.2)}" cy="${n(y - size * 0.2)}" rx="${n(size * 0.5)}" ry="${n(size * 0.26)}" fill="#fffaf0"/>`;
  });
  const fibres = times(
    70,
    (at) =>
      `<path d="M${n(292 + at * 0.82)} 350 Q${n(286 + at * 0.95)} 450 ${n(274 + at * 1.3)} 556" stroke="${at % 3 ? '#d9ccae' : '#b8a683'}" stroke-width="${n(0.5 + random())}" fill="none" opacity=".55"/>`,
  );
  const drops = times(26, () => {
    const x = 180 + random() * 290;
    const y = 190 + random() * 130;
    const r = 1.2 + random() * 2.6;
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="#fff" opacity=".35"/><circle cx="${n(x - r * 0.3)}" cy="${n(y - r * 0.3)}" r="${n(r * 0.35)}" fill="#fff"/>`;
  });
  const defs = `${gradient('wood', '#28452f', '#4c7748', '#9db765', '#3c5a2c')}${gradient('stem', '#efe6d0', '#f7f1e2', '#cdbd98')}${glow('light', '#fff6c0', 0.9)}
<radialGradient id="cap" cx=".38" cy=".22" r=".9"><stop offset="0" stop-color="#ff7a4d"/><stop offset=".4" stop-color="#e2331f"/><stop offset="1" stop-color="#8e0f12"/></radialGradient>
<filter id="blur"><feGaussianBlur stdDeviation="6"/></filter>
<clipPath id="dome"><path d="M150 312 C150 190 250 142 320 142 C390 142 490 190 490 312 C440 338 200 338 150 312 Z"/></clipPath>`;
  return svg(
    640,
    640,
    defs,
    `<rect width="640" height="640" fill="url(#wood)"/><g filter="url(#blur)">${bokeh}</g><circle cx="150" cy="80" r="260" fill="url(#light)" opacity=".6"/>
${times(110, () => blade(560, 210, ['#36582b', '#4d7a35', '#2b4a27', '#6b9142']))}<path d="M0 520 Q90 490 190 506 T400 496 T640 514 V640 H0 Z" fill="#2c4420"/>${times(
      500,
      () => {
        const x = random() * 640;
        return `<path d="M${n(x)} 522 q${n(random() * 6 - 3)} ${n(-12 - random() * 10)} ${n(random() * 12 - 6)} ${n(-20 - random() * 22)}" stroke="#3f6429" stroke-width="1.4" fill="none"/>`;
      },
    )}
<path d="M288 338 C286 430 276 500 262 566 C300 584 350 584 384 564 C364 500 354 430 352 338 Z" fill="url(#stem)"/>${fibres}
<path d="M276 388 Q320 410 366 386 Q376 420 358 428 Q320 416 284 430 Q266 420 276 388 Z" fill="#efe3c6" stroke="#b7a378" stroke-width="1.2"/>
<path d="M150 312 C200 340 440 340 490 312 C470 352 380 352 320 350 C260 352 170 352 150 312 Z" fill="#8a734f"/>${gills}
<path d="M150 312 C150 190 250 142 320 142 C390 142 490 190 490 312 C440 338 200 338 150 312 Z" fill="url(#cap)"/><g clip-path="url(#dome)">${warts}</g>
<ellipse cx="258" cy="196" rx="62" ry="22" fill="#fff" opacity=".22" transform="rotate(-22 258 196)"/>${drops}${moss}
${times(46, () => blade(650, 150, ['#4d7a35', '#7ba84a', '#94bd5a']))}${grain(640, 640, 0.08, 3)}`,
  );
}

function strand(random: () => number, at: number, count: number): string {
  const share = at / count;
  const x = 150 + share * 300;
  const colours = ['#3b1d18', '#5a2a1d', '#8a4528', '#b5653a', '#2a1414', '#cf8a54'];
  const end = 90 + share * 430 + (random() - 0.5) * 90;
  return `<path d="M${n(300 + (share - 0.5) * 60)} ${n(86 + random() * 10)} C${n(x + (share - 0.5) * 200)} ${n(110 + random() * 40)} ${n(end + (random() - 0.5) * 80)} ${n(330 + random() * 60)} ${n(end)} ${n(560 + random() * 220)}" stroke="${colours[Math.floor(random() * colours.length)]}" stroke-width="${n(0.6 + random() * 1.6)}" fill="none" opacity="${n(0.5 + random() * 0.5)}"/>`;
}

function eye(x: number, y: number): string {
  const iris = times(40, (at) => {
    const angle = (at / 40) * Math.PI * 2;
    return `<path d="M${n(x + Math.cos(angle) * 4)} ${n(y + Math.sin(angle) * 4)} L${n(x + Math.cos(angle) * 10.5)} ${n(y + Math.sin(angle) * 10.5)}" stroke="${at % 2 ? '#7fb7a6' : '#2d6a62'}" stroke-width="1"/>`;
  });
  const lashes = times(13, (at) => {
    const share = at / 12 - 0.5;
    return `<path d="M${n(x + share * 48)} ${n(y - 11 + share * share * 36)} q${n(share * 8)} -5 ${n(share * 22)} -10" stroke="#1d0f10" stroke-width="1.3" fill="none"/>`;
  });
  return `<path d="M${x - 27} ${y + 2} Q${x} ${y - 22} ${x + 27} ${y + 2} Q${x} ${y + 17} ${x - 27} ${y + 2} Z" fill="#f7efe8"/><circle cx="${x}" cy="${y - 1}" r="11.5" fill="#3f8579"/>${iris}
<circle cx="${x}" cy="${y - 1}" r="5" fill="#0d1516"/><circle cx="${x + 3.5}" cy="${y - 5}" r="2.6" fill="#fff"/>
<path d="M${x - 28} ${y + 2} Q${x} ${y - 23} ${x + 28} ${y + 2}" stroke="#2a1314" stroke-width="3" fill="none"/>${lashes}
<path d="M${x - 32} ${y - 26} Q${x - 2} ${y - 44} ${x + 32} ${y - 27}" stroke="#4a241b" stroke-width="5.5" fill="none" stroke-linecap="round"/>`;
}

/** A stylised portrait, 600x800: strands of hair, freckles, an iris, knitted wool. */
export function portrait(): string {
  const random = seeded(5);
  const panels = times(30, () => {
    const x = random() * 600;
    const y = random() * 800;
    const colour = ['#f4b860', '#e4704f', '#2f6f7e', '#8fc1b5', '#274060'][
      Math.floor(random() * 5)
    ];
    return `<path d="M${n(x)} ${n(y)} l${n(random() * 200 - 100)} ${n(random() * 200)} l${n(random() * 200 - 40)} ${n(-random() * 160)} Z" fill="${colour}" opacity="${n(0.12 + random() * 0.3)}"/>`;
  });
  const freckles = times(150, () => {
    const x = 300 + (random() + random() - 1) * 108;
    const y = 352 + (random() + random() - 1) * 46;
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(0.5 + random() * 1.2)}" fill="#a3573a" opacity="${n(0.25 + random() * 0.45)}"/>`;
  });
  const knit = times(19, (row) =>
    times(52, (column) => {
      const x = 6 + column * 11.6;
      const y = 612 + row * 11 + Math.abs(column - 26) * 2.3;
      const band = row % 6 < 2 ? '#f1e4c8' : (row + column) % 9 === 0 ? '#f4b860' : '#b5483a';
      return `<path d="M${n(x)} ${n(y)} l5 7 l5 -7" stroke="${band}" stroke-width="3.6" fill="none" stroke-linecap="round"/>`;
    }),
  );
  const defs = `${gradient('wall', '#f6d9b2', '#e9a884', '#7fa7a3')}${gradient('skin', '#f7cfae', '#f0b48f', '#d98f6c')}
<radialGradient id="cheek"><stop offset="0" stop-color="#e2694f" stop-opacity=".5"/><stop offset="1" stop-color="#e2694f" stop-opacity="0"/></radialGradient>
<linearGradient id="shade" x1="0" x2="1" y1="0" y2="0"><stop offset=".45" stop-color="#7a2f2a" stop-opacity="0"/><stop offset="1" stop-color="#6a2430" stop-opacity=".45"/></linearGradient>`;
  const face =
    'M186 290 C186 160 414 160 414 290 C414 400 372 486 300 496 C228 486 186 400 186 290 Z';
  return svg(
    600,
    800,
    defs,
    `<rect width="600" height="800" fill="url(#wall)"/>${panels}<circle cx="300" cy="290" r="232" fill="#f6c66f" opacity=".55"/>
<path d="M300 80 C120 80 130 300 96 620 L504 620 C470 300 480 80 300 80 Z" fill="#4a241d"/>${times(620, (at) => strand(random, at, 620))}
<path d="M252 450 h96 v120 q-48 40 -96 0 Z" fill="#cf8562"/><path d="${face}" fill="url(#skin)"/><path d="${face}" fill="url(#shade)"/>
<circle cx="236" cy="384" r="52" fill="url(#cheek)"/><circle cx="364" cy="384" r="52" fill="url(#cheek)"/>${freckles}${eye(246, 318)}${eye(354, 318)}
<path d="M306 300 Q318 366 324 384 Q304 402 284 390" stroke="#a4583f" stroke-width="3" fill="none" stroke-linecap="round"/>
<path d="M256 430 Q280 420 300 426 Q320 420 344 430 Q300 444 256 430 Z" fill="#b0403c"/><path d="M256 430 Q300 466 344 430 Q300 444 256 430 Z" fill="#cf5a50"/>
<path d="M186 300 C190 170 300 190 330 176 C380 190 414 220 414 300 C440 150 380 90 300 90 C220 90 160 150 186 300 Z" fill="#55291d"/>
${times(150, (at) => `<path d="M${n(322 + (random() - 0.5) * 16)} 96 Q${n(190 + at * 1.5)} ${n(140 + random() * 14)} ${n(at < 75 ? 176 + at * 0.7 : 350 + at * 0.5)} ${n(230 + random() * 70 - (at < 75 ? at * 0.9 : (150 - at) * 0.9))}" stroke="${at % 3 ? '#7a3b24' : '#b86a3e'}" stroke-width="${n(0.6 + random())}" fill="none" opacity=".8"/>`)}
<path d="M0 800 V690 Q150 600 236 560 Q300 640 364 560 Q450 600 600 690 V800 Z" fill="#96352c"/>${knit}${grain(600, 800, 0.08, 9)}`,
  );
}

/** Strokes of capital letters in a 4x6 box, so that no font is needed. */
const LETTERS: Record<string, string> = {
  A: 'M0 6 L2 0 L4 6 M.8 4 H3.2',
  B: 'M0 0 V6 H2.400 Q4 6 4 4.500 Q4 3 2.400 3 H0 M0 0 H2.200 Q3.600 0 3.600 1.500 Q3.600 3 2.200 3',
  C: 'M4 1 Q3 0 2 0 Q0 0 0 3 Q0 6 2 6 Q3 6 4 5',
  D: 'M0 0 V6 H1.600 Q4 6 4 3 Q4 0 1.600 0 Z',
  E: 'M4 0 H0 V6 H4 M0 3 H3',
  F: 'M4 0 H0 V6 M0 3 H3',
  G: 'M4 1 Q3 0 2 0 Q0 0 0 3 Q0 6 2 6 Q4 6 4 4 V3.200 H2.200',
  H: 'M0 0 V6 M4 0 V6 M0 3 H4',
  I: 'M2 0 V6',
  L: 'M0 0 V6 H4',
  M: 'M0 6 V0 L2 3.500 L4 0 V6',
  N: 'M0 6 V0 L4 6 V0',
  O: 'M2 0 Q0 0 0 3 Q0 6 2 6 Q4 6 4 3 Q4 0 2 0 Z',
  P: 'M0 6 V0 H2.500 Q4 0 4 1.600 Q4 3.200 2.500 3.200 H0',
  R: 'M0 6 V0 H2.500 Q4 0 4 1.600 Q4 3.200 2.500 3.200 H0 M2 3.200 L4 6',
  S: 'M3.800 .8 Q3 0 2 0 Q0 0 0 1.500 Q0 2.800 2 3 Q4 3.200 4 4.500 Q4 6 2 6 Q1 6 .2 5.200',
  T: 'M0 0 H4 M2 0 V6',
  U: 'M0 0 V4 Q0 6 2 6 Q4 6 4 4 V0',
  V: 'M0 0 L2 6 L4 0',
  W: 'M0 0 L1 6 L2 2 L3 6 L4 0',
  X: 'M0 0 L4 6 M4 0 L0 6',
  Y: 'M0 0 L2 3 L4 0 M2 3 V6',
  Z: 'M0 0 H4 L0 6 H4',
};

function words(
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  weight = 0.9,
): string {
  const unit = size / 6;
  const glyphs = [...text]
    .map(
      (letter, at) =>
        `<path d="${LETTERS[letter] ?? ''}" transform="translate(${n(at * 5.4)} 0)"/>`,
    )
    .join('');
  return `<g transform="translate(${x} ${y}) scale(${n(unit)})" fill="none" stroke="${colour}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round">${glyphs}</g>`;
}

/** A poster, 600x840: hard edges, thin rules and small print. */
export function poster(): string {
  const random = seeded(9);
  const rays = times(
    36,
    (at) =>
      `<path d="M300 330 L${n(300 + Math.cos((at * Math.PI) / 18) * 620)} ${n(330 + Math.sin((at * Math.PI) / 18) * 620)} L${n(300 + Math.cos(((at + 0.5) * Math.PI) / 18) * 620)} ${n(330 + Math.sin(((at + 0.5) * Math.PI) / 18) * 620)} Z" fill="#f2b632" opacity=".5"/>`,
  );
  const rings = times(
    14,
    (at) =>
      `<circle cx="300" cy="330" r="${n(64 + at * 7)}" fill="none" stroke="#17324d" stroke-width="${n(0.6 + at * 0.16)}"/>`,
  );
  const dots = times(22, (row) =>
    times(
      44,
      (column) =>
        `<circle cx="${n(10 + column * 13.5)}" cy="${n(508 + row * 6)}" r="${n(Math.max(0.3, 2.6 - row * 0.11))}" fill="#17324d"/>`,
    ),
  );
  const print = [
    'THE LITTLE THINGS ARE HARD TO SEE',
    'UNTIL THE PICTURE GROWS',
    'FINE PRINT FOR CURIOUS EYES',
  ];
  return svg(
    600,
    840,
    '',
    `<rect width="600" height="840" fill="#f6ecd6"/><clipPath id="frame"><rect x="24" y="24" width="552" height="620"/></clipPath>
<g clip-path="url(#frame)"><rect x="24" y="24" width="552" height="620" fill="#f7d56b"/>${rays}<circle cx="300" cy="330" r="164" fill="#e2533b"/>${rings}<circle cx="300" cy="330" r="58" fill="#f6ecd6"/>
${dots}<path d="M24 560 Q160 470 300 540 T576 500 V644 H24 Z" fill="#2a7f86"/><path d="M24 600 Q180 530 330 590 T576 560 V644 H24 Z" fill="#17324d"/>
${times(60, () => `<path d="M${n(30 + random() * 540)} ${n(606 + random() * 34)} h${n(6 + random() * 26)}" stroke="#f7d56b" stroke-width="1" opacity=".7"/>`)}</g>
<rect x="24" y="24" width="552" height="620" fill="none" stroke="#17324d" stroke-width="3"/>${words('DETAIL', 40, 672, 66, '#17324d')}${words('MATTERS', 402, 672, 24, '#e2533b', 0.8)}
${print.map((line, at) => words(line, 402, 712 + at * 14, 5, '#17324d', 0.7)).join('')}${words('HARBOUR TO HORIZON', 40, 768, 16, '#2a7f86', 0.7)}
${times(80, (at) => `<path d="M${40 + at * 6.5} 806 v${at % 10 === 0 ? 14 : at % 5 === 0 ? 10 : 6}" stroke="#17324d" stroke-width=".8"/>`)}`,
  );
}
