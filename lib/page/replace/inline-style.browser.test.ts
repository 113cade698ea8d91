import { beforeEach, describe, expect, test } from 'vitest';
import { byId, show } from '@/tests/support/page/fixture';
import { InlineStyle } from './inline-style';

const OURS = { content: 'none', 'background-image': 'linear-gradient(red, red)' };

let style: InlineStyle;

async function styled(attribute: string): Promise<HTMLElement> {
  await show(`<p id="a" ${attribute}>text</p>`);
  style = new InlineStyle(byId('a'));
  return byId('a');
}

beforeEach(() => show(''));

describe.each([
  ['no attribute', ''],
  ['an empty one', 'style=""'],
  ['one in words of its own', 'style="COLOR:red;;background:blue   url( x.png )"'],
  ['one that is important', 'style="content:normal!important"'],
  ['one that no browser knows', 'style="foo: bar; color: red"'],
])('an element with %s', (_, attribute) => {
  test('is as it was', async () => {
    const element = await styled(attribute);
    const before = element.outerHTML;
    expect(style.set(OURS)).toBe(true);
    expect(style.isIntact).toBe(true);
    style.set({ content: 'normal' });
    style.restore();
    expect(element.outerHTML).toBe(before);
  });

  test('keeps what the page sets meanwhile', async () => {
    const element = await styled(attribute);
    style.set(OURS);
    element.style.width = '50px';
    style.restore();
    const other = await styled(attribute);
    other.style.width = '50px';
    expect(element.style.cssText).toBe(other.style.cssText);
  });
});

test('what the page takes away or sets anew is not ours any more', async () => {
  const element = await styled('style="color: red"');
  style.set(OURS);
  element.setAttribute('style', 'color: blue');
  expect(style.isIntact).toBe(false);
  style.restore();
  expect(element.getAttribute('style')).toBe('color: blue');
  style.set(OURS);
  element.style.backgroundImage = 'none';
  expect(style.isIntact).toBe(false);
  style.restore();
  expect(element.style.backgroundImage).toBe('none');
  expect(element.style.content).toBe('');
});

test('an attribute that a policy of the page ignores is not brought to life', async () => {
  await show(
    `<iframe id="f" srcdoc="<meta http-equiv='Content-Security-Policy' content=&quot;style-src 'none'&quot;><p id='a' style='color: red'>text</p>"></iframe>`,
  );
  const frame = byId('f') as HTMLIFrameElement;
  const found = () => frame.contentDocument?.getElementById('a');
  await expect.poll(found).toBeTruthy();
  const element = found() as HTMLElement;
  const before = element.outerHTML;
  expect(new InlineStyle(element).set(OURS)).toBe(false);
  expect(element.outerHTML).toBe(before);
});
