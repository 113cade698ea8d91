import { expect, it } from 'vitest';
import { aboutSite } from './about-site';

const messages = {
  plain: 'Open {site}',
  deep: { list: ['{site} and {site}'], said: (count: number) => `${count} left on {site}` },
  number: 3,
  chinese: '没有登录{site}，请登录',
};

it('names the site in every text, also in what functions say', () => {
  const about = aboutSite(messages, 'Dreamina');
  expect(about.plain).toBe('Open Dreamina');
  expect(about.deep.list).toEqual(['Dreamina and Dreamina']);
  expect(about.deep.said(4)).toBe('4 left on Dreamina');
  expect(about.number).toBe(3);
});

it('sets a Latin name apart from Chinese, and a Chinese name not', () => {
  expect(aboutSite(messages, 'Dreamina').chinese).toBe('没有登录 Dreamina，请登录');
  expect(aboutSite(messages, '即梦').chinese).toBe('没有登录即梦，请登录');
});

it('gives a Korean name the particle of its last sound', () => {
  const korean = { text: '{site}이 거부했습니다. {site}은 {site}으로 {site}을 {site}의' };
  expect(aboutSite(korean, 'Jimeng').text).toBe(
    'Jimeng이 거부했습니다. Jimeng은 Jimeng으로 Jimeng을 Jimeng의',
  );
  expect(aboutSite(korean, 'Dreamina').text).toBe(
    'Dreamina가 거부했습니다. Dreamina는 Dreamina로 Dreamina를 Dreamina의',
  );
});

it('gives the particles with more after them, too', () => {
  const korean = { text: '{site}과의 연결, {site}이나 {site}으로의 {site}에서 {site}이라는' };
  expect(aboutSite(korean, 'Jimeng').text).toBe(
    'Jimeng과의 연결, Jimeng이나 Jimeng으로의 Jimeng에서 Jimeng이라는',
  );
  expect(aboutSite(korean, 'Dreamina').text).toBe(
    'Dreamina와의 연결, Dreamina나 Dreamina로의 Dreamina에서 Dreamina라는',
  );
});

it('leaves braces in the name of a file as they are', () => {
  const said = {
    done: (name: string) => `${name} is ready on {site}`,
    failed: ({ host }: { host: string; count: number }) => `${host} and {site}`,
  };
  const about = aboutSite(said, 'Dreamina');
  expect(about.done('{site}.png')).toBe('{site}.png is ready on Dreamina');
  expect(about.failed({ host: '{site}', count: 1 })).toBe('{site} and Dreamina');
});

it('makes the messages of a site once', () => {
  expect(aboutSite(messages, 'Jimeng')).toBe(aboutSite(messages, 'Jimeng'));
  expect(aboutSite(messages, 'Jimeng')).not.toBe(aboutSite(messages, 'Dreamina'));
});
