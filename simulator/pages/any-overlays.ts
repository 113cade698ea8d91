import { type AnyFigure, NOTHING } from './any-figure';

function over(id: string, title: string, note: string, markup: string) {
  return { id, title, note, markup, menu: 'pointer' } as const;
}

/** Pictures with something in front of them. */
export const OVERLAY_FIGURES: readonly AnyFigure[] = [
  {
    ...over(
      'over-box',
      'Behind a clear box',
      'An empty div lies on it',
      '<img class="fill" src="/images/night-lake.png" alt=""><div id="over-box" class="cover"></div>',
    ),
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'night-lake' },
  },
  {
    ...over(
      'over-link',
      'Behind a link',
      'The link covers the whole card',
      '<img class="fill" src="/images/portrait.jpg" alt=""><a id="over-link" class="cover" href="/" aria-label="home"></a>',
    ),
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'portrait' },
  },
  {
    ...over(
      'over-pseudo',
      'Behind ::after',
      'A pseudo-element of the box around it',
      '<div id="over-pseudo" class="fill veiled"><img class="fill" src="/images/balloons.png" alt=""></div>',
    ),
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'balloons' },
  },
  {
    ...over(
      'over-untouchable',
      'Untouchable',
      'pointer-events: none',
      '<div class="fill"><img id="over-untouchable" class="fill" style="pointer-events:none" src="/images/mushroom.webp" alt=""></div>',
    ),
    expect: { picture: 'mushroom' },
  },
  {
    ...over(
      'over-shade',
      'Behind a shade and a title',
      'As on the card of an article',
      '<img class="fill" src="/images/city.webp" alt=""><div id="over-shade" class="cover shade"><b>A thousand windows</b></div>',
    ),
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'city' },
  },
  {
    ...over(
      'over-spacer',
      'Behind an empty image',
      'A transparent GIF, against copying',
      `<img class="fill" src="/images/cat.jpg" alt=""><img id="over-spacer" class="cover" src="${NOTHING}" alt="">`,
    ),
    menu: 'image',
    expect: { picture: 'cat' },
  },
  {
    ...over(
      'over-button',
      'Behind an invisible button',
      'Opacity 0, as large as the picture',
      '<img class="fill" src="/images/lighthouse.jpg" alt=""><button id="over-button" class="cover" style="opacity:0">Play</button>',
    ),
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'lighthouse' },
  },
  {
    ...over(
      'over-slides',
      'One of several slides',
      'The others are faded out; Chromium names one of those',
      '<img class="cover" style="opacity:0" src="/images/poster.png" alt=""><img class="cover" src="/images/harbour.jpg" alt=""><img class="cover" style="opacity:0" src="/images/portrait.jpg" alt=""><div id="over-slides" class="cover"></div>',
    ),
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'harbour' },
  },
  {
    ...over(
      'over-sibling',
      'Beside its label',
      'The card is a label, the picture is in its neighbour',
      '<div class="fill"><img class="fill" src="/images/balloons.png" alt=""></div><label id="over-sibling" class="cover"><input type="checkbox" aria-label="choose"></label>',
    ),
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'balloons' },
  },
  {
    ...over(
      'over-background',
      'Background behind a clear box',
      'The box is not inside the one with the picture',
      '<div class="cover" style="background:url(/images/mushroom.webp) center/cover"></div><div id="over-background" class="cover"></div>',
    ),
    expect: { picture: 'mushroom' },
  },
  {
    ...over(
      'over-canvas',
      'Canvas behind a clear box',
      'As maps and viewers have it',
      '<canvas id="veiled-canvas" class="cover" width="960" height="720"></canvas><div id="over-canvas" class="cover"></div>',
    ),
    expect: { picture: 'city' },
  },
  {
    ...over(
      'over-video',
      'Video behind its controls',
      'As players have it',
      '<video class="cover" src="/media/harbour.webm" muted playsinline preload="auto"></video><div id="over-video" class="cover shade"><b>0:02</b></div>',
    ),
    expect: { picture: 'harbour' },
  },
];
