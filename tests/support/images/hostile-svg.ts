/** SVG that expands (billion laughs), hides, loads from elsewhere or never ends. */
import type { HostileFile, Outcome } from './hostile-file';

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const RECT = '<rect width="4" height="4" fill="red"/>';
const DRAWN: readonly Outcome[] = ['picture'];
const REFUSED: readonly Outcome[] = ['image-svg-unreadable'];

export function drawings(): HostileFile[] {
  return [
    drawing('huge view box', DRAWN, RECT, 'viewBox="0 0 1e30 1e30"'),
    drawing('view box beyond all numbers', DRAWN, RECT, 'viewBox="0 0 1e308 1e-308"'),
    drawing(
      'a height and a view box beyond all',
      REFUSED,
      RECT,
      'height="9" viewBox="0 0 1e300 1e-8"',
    ),
    drawing('60,000 x 60,000', DRAWN, RECT, 'width="60000" height="60000"'),
    drawing('1 x 1e9', REFUSED, RECT, 'width="1" height="1e9"'),
    drawing('negative size', DRAWN, RECT, 'width="-5" height="-5"'),
    drawing('script', DRAWN, `<script>globalThis.ran = true; for(;;);</script>${RECT}`),
    drawing('handler', DRAWN, `<rect width="9" height="9" onload="for(;;);"/>`),
    drawing(
      'outside picture',
      DRAWN,
      `${RECT}<image href="https://example.com/x.png" width="9" height="9"/>`,
    ),
    drawing(
      'outside style',
      DRAWN,
      `<style>@import url(https://example.com/x.css);</style>${RECT}`,
    ),
    drawing(
      'foreign object',
      DRAWN,
      `<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">Hi</p></foreignObject>`,
    ),
    drawing('itself within itself', DRAWN, `<g id="a"><use href="#a"/>${RECT}</g>`),
    drawing(
      'two within each other',
      DRAWN,
      `<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>`,
    ),
    drawing('some copies', DRAWN, copies(2)),
    drawing('10^7 copies', REFUSED, copies(7)),
    drawing('10^7 copies by old links', REFUSED, copies(7).replaceAll('href=', 'xlink:href=')),
    drawing('10^7 copies by escaped links', REFUSED, copies(7).replaceAll('"#', '"&#35;')),
    drawing('10^7 copies by percent signs', REFUSED, copies(7).replaceAll('"#a', '"#%61')),
    drawing('copies 20,000 deep', REFUSED, chain(20_000)),
    drawing('unclosed', REFUSED, '<g>'),
    drawing(
      '5,000 groups deep',
      ['picture', 'image-svg-unreadable'],
      `${'<g>'.repeat(5000)}${'</g>'.repeat(5000)}`,
    ),
    drawing(
      'noise on noise',
      DRAWN,
      `<filter id="f">${'<feTurbulence numOctaves="9999"/>'.repeat(20)}</filter><rect width="40" height="20" filter="url(#f)"/>`,
    ),
    text(
      'entities of entities',
      REFUSED,
      `<!DOCTYPE svg [${entities()}]><svg ${NAMESPACE} viewBox="0 0 40 20"><text>&j;</text></svg>`,
    ),
    text(
      'an entity from a file',
      ['picture', 'image-svg-unreadable'],
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg ${NAMESPACE} viewBox="0 0 40 20"><text>&x;</text></svg>`,
    ),
    text(
      '60,000 digits',
      ['picture', 'image-svg-unreadable'],
      `<svg ${NAMESPACE} width="${'9'.repeat(60_000)}!" height="9"/>`,
    ),
    text(
      '60,000 spaces',
      ['picture', 'image-svg-unreadable'],
      `<svg ${NAMESPACE} width${' '.repeat(60_000)}/>`,
    ),
    text('a tag without end', REFUSED, `<svg ${'a="b" '.repeat(30_000)}`),
    text(
      'a thousand comments',
      DRAWN,
      `${'<!---->'.repeat(500)}<svg ${NAMESPACE} viewBox="0 0 40 20"/>`,
    ),
    text('no namespace', REFUSED, '<svg viewBox="0 0 40 20"></svg>'),
    text('cut in its first tag', REFUSED, '<svg viewBox="0 0 40'),
    text(
      '30 MB of comment',
      ['image-too-large'],
      `<svg ${NAMESPACE} viewBox="0 0 40 20"><!--${'x'.repeat(30 * 1024 * 1024)}--></svg>`,
    ),
  ];
}

function drawing(name: string, decoded: readonly Outcome[], content: string, box?: string) {
  const attributes = `${NAMESPACE} ${box ?? 'viewBox="0 0 40 20"'}`;
  return text(name, decoded, `<svg ${attributes}>${content}</svg>`);
}

/** `inspect` reads the first tag only and accepts every drawing. */
function text(name: string, decoded: readonly Outcome[], svg: string): HostileFile {
  const make = () => new Blob([svg], { type: 'image/svg+xml' });
  return { name: `SVG, ${name}`, header: 'picture', decoded, make };
}

/** Ten copies of ten copies, `depth` times. */
function copies(depth: number): string {
  const levels = Array.from({ length: depth }, (_, index) => {
    return `<g id="a${index + 1}">${`<use href="#a${index}"/>`.repeat(10)}</g>`;
  });
  return `<defs><g id="a0">${RECT}</g>${levels.join('')}</defs><use href="#a${depth}"/>`;
}

function chain(depth: number): string {
  const links = Array.from({ length: depth }, (_, index) => {
    return `<g id="a${index + 1}"><use href="#a${index}"/></g>`;
  });
  return `<defs><g id="a0">${RECT}</g>${links.join('')}</defs><use href="#a${depth}"/>`;
}

function entities(): string {
  const names = [...'abcdefghij'];
  return names
    .map((name, index) => {
      const value = index === 0 ? 'aaaaaaaaaa' : `&${names[index - 1]};`.repeat(10);
      return `<!ENTITY ${name} "${value}">`;
    })
    .join('');
}
