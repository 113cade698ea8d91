import { glow, gradient, grain, n, ridge, seeded, svg, times } from './art-tools';

/** A ginger cat, 720x720: fur in single strokes, whiskers and slit eyes. */
export function cat(): string {
  const random = seeded(52);
  const fur = (
    count: number,
    place: () => { x: number; y: number },
    colours: string[],
    long: number,
  ) =>
    times(count, () => {
      const { x, y } = place();
      const angle = Math.atan2(y - 400, x - 360) + (random() - 0.5) * 0.7;
      const length = long * (0.5 + random());
      return `<path d="M${n(x)} ${n(y)} q${n(Math.cos(angle) * length * 0.5 + 2)} ${n(Math.sin(angle) * length * 0.5)} ${n(Math.cos(angle) * length)} ${n(Math.sin(angle) * length + 4)}" stroke="${colours[Math.floor(random() * colours.length)]}" stroke-width="${n(0.8 + random() * 1.6)}" fill="none" opacity="${n(0.5 + random() * 0.5)}"/>`;
    });
  const disc = (cx: number, cy: number, rx: number, ry: number) => () => {
    const angle = random() * Math.PI * 2;
    const far = Math.sqrt(random());
    return { x: cx + Math.cos(angle) * far * rx, y: cy + Math.sin(angle) * far * ry };
  };
  const eye = (x: number) =>
    `<ellipse cx="${x}" cy="366" rx="44" ry="36" fill="#2a1710"/><ellipse cx="${x}" cy="366" rx="38" ry="31" fill="#9fcf4f"/>${times(
      44,
      (at) => {
        const angle = (at / 44) * Math.PI * 2;
        return `<path d="M${n(x + Math.cos(angle) * 9)} ${n(366 + Math.sin(angle) * 12)} L${n(x + Math.cos(angle) * 36)} ${n(366 + Math.sin(angle) * 29)}" stroke="${at % 2 ? '#d8e87c' : '#5e9a35'}" stroke-width="1.3"/>`;
      },
    )}<ellipse cx="${x}" cy="366" rx="8" ry="27" fill="#0b0f0a"/><circle cx="${x + 11}" cy="352" r="7" fill="#fff"/>`;
  const stripes = times(
    5,
    (at) =>
      `<path d="M${n(360 + (at - 2) * 26)} ${n(214 + Math.abs(at - 2) * 12)} q${n((at - 2) * 5)} 40 ${n((at - 2) * 4)} 84" stroke="#8f3d12" stroke-width="${n(11 - Math.abs(at - 2) * 2)}" fill="none" stroke-linecap="round" opacity=".75"/>`,
  );
  const whiskers = times(12, (at) => {
    const side = at % 2 ? 1 : -1;
    const rank = Math.floor(at / 2) - 2.5;
    return `<path d="M${360 + side * 60} ${n(470 + rank * 8)} q${side * 90} ${n(rank * 10 - 20)} ${side * 210} ${n(rank * 26)}" stroke="#fff8ea" stroke-width="1.8" fill="none" opacity=".9"/>`;
  });
  const weave = times(36, (row) =>
    times(
      36,
      (column) =>
        `<circle cx="${n(column * 20.5 + (row % 2) * 10)}" cy="${n(row * 20.5)}" r="3.4" fill="${(row + column) % 5 ? '#1f6f78' : '#f3c969'}" opacity=".7"/>`,
    ),
  );
  return svg(
    720,
    720,
    `${gradient('wall', '#2b8a8f', '#1f6a74', '#134b57')}${glow('shine', '#fff4d0', 0.6)}`,
    `<rect width="720" height="720" fill="url(#wall)"/>${weave}<circle cx="360" cy="330" r="340" fill="url(#shine)" opacity=".6"/>
<path d="M120 720 Q150 520 360 520 Q570 520 600 720 Z" fill="#d9762b"/>${fur(900, disc(360, 660, 240, 90), ['#e88a38', '#b85a1c', '#f6b36a'], 30)}
<path d="M166 330 L150 120 Q250 150 300 226 Z M554 330 L570 120 Q470 150 420 226 Z" fill="#cf6a22"/><path d="M186 280 L178 160 Q236 182 268 232 Z M534 280 L542 160 Q484 182 452 232 Z" fill="#f0a7a0"/>
<ellipse cx="360" cy="392" rx="214" ry="192" fill="#e0812f"/>${fur(2600, disc(360, 392, 206, 184), ['#f0a04e', '#c9641f', '#f9c37f', '#a94f17'], 24)}${stripes}
<ellipse cx="360" cy="492" rx="104" ry="72" fill="#fbeedb"/>${fur(700, disc(360, 492, 98, 64), ['#fff7ea', '#f3dcc0', '#fffdf8'], 18)}${eye(268)}${eye(452)}
<path d="M334 440 H386 L360 470 Z" fill="#d9676a"/><path d="M360 470 v18 q-24 30 -52 8 M360 488 q24 30 52 8" stroke="#6b2e1d" stroke-width="4" fill="none" stroke-linecap="round"/>${whiskers}${grain(720, 720, 0.07, 21)}`,
  );
}

/** Balloons over fields, 960x720: seams, baskets and hedges. */
export function balloons(): string {
  const random = seeded(28);
  const balloon = (x: number, y: number, size: number, colours: [string, string, string]) => {
    const gores = times(9, (at) => {
      const from = -1 + (at / 9) * 2;
      const to = -1 + ((at + 1) / 9) * 2;
      return `<path d="M${n(x)} ${n(y - size)} C${n(x + from * size * 1.32)} ${n(y - size)} ${n(x + from * size * 1.3)} ${n(y + size * 0.25)} ${n(x + from * size * 0.16)} ${n(y + size)} H${n(x + to * size * 0.16)} C${n(x + to * size * 1.3)} ${n(y + size * 0.25)} ${n(x + to * size * 1.32)} ${n(y - size)} ${n(x)} ${n(y - size)} Z" fill="${colours[at % 3]}" stroke="#3a2438" stroke-width="${n(size / 110)}" stroke-opacity=".4"/>`;
    });
    const ropes = times(
      7,
      (at) =>
        `<path d="M${n(x - size * 0.15 + at * size * 0.05)} ${n(y + size)} L${n(x - size * 0.08 + at * size * 0.027)} ${n(y + size * 1.3)}" stroke="#40301f" stroke-width="${n(size / 90)}"/>`,
    );
    const basket = times(
      5,
      (at) =>
        `<path d="M${n(x - size * 0.1)} ${n(y + size * (1.32 + at * 0.035))} h${n(size * 0.2)}" stroke="#5d3d20" stroke-width="${n(size / 100)}"/>`,
    );
    return `${gores}<ellipse cx="${n(x - size * 0.3)}" cy="${n(y - size * 0.42)}" rx="${n(size * 0.2)}" ry="${n(size * 0.34)}" fill="#fff" opacity=".22"/>${ropes}<rect x="${n(x - size * 0.1)}" y="${n(y + size * 1.3)}" width="${n(size * 0.2)}" height="${n(size * 0.17)}" rx="2" fill="#a9713b"/>${basket}`;
  };
  const fields = times(34, () => {
    const depth = random();
    const y = 520 + depth * 190;
    const x = random() * 1000 - 60;
    const wide = 80 + depth * 190;
    const colour = ['#b9c84f', '#8fb146', '#e2cf62', '#6f9a3e', '#c9a64b'][
      Math.floor(random() * 5)
    ];
    return `<path d="M${n(x)} ${n(y)} l${n(wide)} ${n(-8 - random() * 10)} l${n(wide * 0.3)} ${n(20 + depth * 40)} l${n(-wide * 1.1)} ${n(12)} Z" fill="${colour}" opacity=".85"/>`;
  });
  const hedges = times(420, () => {
    const depth = random();
    return `<circle cx="${n(random() * 960)}" cy="${n(516 + depth * 200)}" r="${n(1.5 + depth * 7)}" fill="${random() < 0.5 ? '#3c6b34' : '#54853b'}"/>`;
  });
  const clouds = times(
    36,
    () =>
      `<ellipse cx="${n(random() * 960)}" cy="${n(60 + random() * 360)}" rx="${n(30 + random() * 110)}" ry="${n(4 + random() * 14)}" fill="#fff" opacity="${n(0.15 + random() * 0.35)}"/>`,
  );
  return svg(
    960,
    720,
    `${gradient('morning', '#8fd0f0', '#c9e8f2', '#fff0d9', '#ffdcb8')}<filter id="soft"><feGaussianBlur stdDeviation="5"/></filter>`,
    `<rect width="960" height="720" fill="url(#morning)"/><g filter="url(#soft)">${clouds}</g><path d="${ridge(seeded(14), { width: 960, base: 520, height: 90, rough: 0.4 })}" fill="#8fb2b8"/><rect y="516" width="960" height="204" fill="#87ab45"/>${fields}${hedges}
${balloon(640, 150, 62, ['#6a4fb0', '#f2e9ff', '#9a7be0'])}${balloon(840, 330, 74, ['#2f8f6f', '#f7f3d8', '#55c29a'])}${balloon(300, 270, 168, ['#e8473c', '#ffd34f', '#f4f0e6'])}${balloon(560, 420, 52, ['#1f5fa8', '#ff9d3c', '#dcecff'])}${balloon(110, 140, 40, ['#d8437c', '#fff', '#f29abf'])}${grain(960, 720, 0.06, 33)}`,
  );
}
