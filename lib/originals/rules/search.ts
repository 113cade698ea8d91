import type { Example, Rule } from './rule';

/** Search engines. Their thumbnails do not name the original; links around them may (forms.ts). */
export const SEARCH: readonly Rule[] = [
  {
    name: 'Google thumbnails',
    hosts: [
      'encrypted-tbn0.gstatic.com',
      'encrypted-tbn1.gstatic.com',
      'encrypted-tbn2.gstatic.com',
      'encrypted-tbn3.gstatic.com',
    ],
    leavesAlone: true,
  },
  {
    name: 'Bing thumbnails',
    hosts: [
      'tse1.mm.bing.net',
      'tse2.mm.bing.net',
      'tse3.mm.bing.net',
      'tse4.mm.bing.net',
      'th.bing.com',
      'www.bing.com',
    ],
    drop: ['w', 'h', 'c', 'rs', 'qlt', 'o', 'dpr', 'rm', 'cb', 'p'],
  },
  {
    name: 'Yandex thumbnails',
    hosts: ['im0-tub-ru.yandex.net', 'avatars.mds.yandex.net'],
    leavesAlone: true,
  },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';

export const SEARCH_EXAMPLES: readonly Example[] = [
  {
    rule: 'Google thumbnails',
    url: 'https://encrypted-tbn0.gstatic.com/images?q=tbn:ANd9Gc&s',
    larger: [],
    other: 'https://encrypted-tbn0.gstatic.com/images?q=tbn:ANd9Gc',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Bing thumbnails',
    url: 'https://th.bing.com/th?id=OIP.abc&w=200&h=150&c=7&pid=1.7',
    larger: ['https://th.bing.com/th?id=OIP.abc&pid=1.7'],
    other: 'https://th.bing.com/th?id=OIP.abc&pid=1.7',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Yandex thumbnails',
    url: 'https://avatars.mds.yandex.net/i?id=abc-images-thumbs&n=13',
    larger: [],
    other: 'https://avatars.mds.yandex.net/get-x/1/abc/orig',
    source: MAXURL,
    date: DATE,
  },
];
