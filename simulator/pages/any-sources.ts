import { PICTURES, type PictureName } from '../pictures/pictures';
import type { AnyFigure } from './any-figure';

function img(
  id: string,
  title: string,
  note: string,
  picture: PictureName,
  src: string,
  attributes = '',
): AnyFigure {
  const markup = `<img id="${id}" class="fill"${src && ` src="${src}"`}${attributes && ` ${attributes}`} alt="">`;
  return { id, title, note, markup, menu: 'image', expect: { picture } };
}

function inline(id: string, title: string, note: string, picture: PictureName): AnyFigure {
  const markup = async () => {
    const { type, make } = PICTURES[picture];
    return `<img id="${id}" class="fill" src="data:${type};base64,${(await make()).toString('base64')}" alt="">`;
  };
  return { id, title, note, markup, menu: 'image', expect: { picture } };
}

function on(host: string, name: PictureName): string {
  return `https://${host}/images/${PICTURES[name].file}`;
}

/** Plain images whose bytes are hard to come by. */
export const SOURCE_FIGURES: readonly AnyFigure[] = [
  inline('data-png', 'data: PNG', 'Inside the page itself', 'night-lake'),
  inline('data-svg', 'data: SVG', 'A drawing inside the page', 'svg'),
  img('blob', 'blob:', 'Made by a script', 'balloons', ''),
  img('blob-dead', 'blob:, revoked', 'Its address leads nowhere any more', 'cat', ''),
  {
    ...img(
      'foreign',
      'Foreign host',
      'Shown, but no page may read it',
      'city',
      on('cdn.example.com', 'city'),
    ),
    needs: 'cdn.example.com',
  },
  img('open', 'Open host', 'Any page may read it', 'poster', on('open.example', 'poster')),
  img(
    'open-anonymous',
    'Open host, asked for openly',
    'crossorigin',
    'night-lake',
    on('open.example', 'night-lake'),
    'crossorigin',
  ),
  {
    ...img(
      'hotlink',
      'Hotlink protection',
      'Only with this site as referrer',
      'portrait',
      on('hotlink.example', 'portrait'),
    ),
    needs: 'hotlink.example',
  },
  {
    ...img(
      'no-referrer',
      'No referrer wanted',
      'Its host refuses every other site’s name',
      'lighthouse',
      on('norefer.example', 'lighthouse'),
      'referrerpolicy="no-referrer"',
    ),
    needs: 'norefer.example',
  },
  {
    ...img(
      'members',
      'Members only',
      'Needs a cookie: <a href="https://members.example/join">join</a>',
      'mushroom',
      on('members.example', 'mushroom'),
    ),
    visit: 'https://members.example/join',
    needs: 'members.example',
  },
  {
    ...img(
      'moved',
      'Moved',
      'Three times, then to the open host',
      'harbour',
      `${on('moved.example', 'harbour')}?hops=3&amp;to=open`,
    ),
    needs: 'moved.example',
  },
  img(
    'plain-http',
    'http: on an https: page',
    'The browser asks for https: instead',
    'cat',
    on('open.example', 'cat').replace('https:', 'http:'),
  ),
  {
    ...img(
      'mistyped',
      'Wrong type',
      'A picture that says text/html',
      'balloons',
      on('typed.example', 'balloons'),
    ),
    needs: 'typed.example',
  },
  {
    ...img('slow', 'Slow host', 'Takes its time', 'poster', on('slow.example', 'poster')),
    needs: 'slow.example',
  },
];

/** The page `/any-csp`, which allows no script and no style of its own. */
export const STRICT_FIGURES: readonly AnyFigure[] = [
  {
    ...img('csp-img', 'Plain image', 'Nothing here may run a script', 'city', '/images/city.webp'),
    page: '/any-csp',
  },
  {
    ...img(
      'csp-open',
      'Open host',
      'The page may show it, and only an extension may fetch it',
      'lighthouse',
      on('open.example', 'lighthouse'),
    ),
    page: '/any-csp',
  },
  {
    id: 'csp-over',
    title: 'Behind a clear box',
    note: 'And the same rules',
    page: '/any-csp',
    markup:
      '<img class="fill" src="/images/cat.jpg" alt=""><div id="csp-over" class="cover"></div>',
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'cat' },
  },
];
