import type { Example, Rule } from './rule';

/** Books and games. */
export const BOOKS_AND_GAMES: readonly Rule[] = [
  {
    name: 'Goodreads',
    hosts: ['i.gr-assets.com', 'images.gr-assets.com'],
    paths: [
      [/^(\/.+)\._S[XY]\d+_(\.\w+)$/, '$1$2'],
      [/^(\/books\/\d+)[sm]\//, '$1l/'],
    ],
  },
  {
    name: 'Open Library',
    hosts: ['covers.openlibrary.org'],
    paths: [[/^(\/[bac]\/\w+\/[\w-]+)-[SM](\.jpg)$/, '$1-L$2']],
  },
  {
    name: 'Google Books',
    hosts: ['books.google.com', 'books.googleusercontent.com'],
    drop: ['edge'],
    set: { zoom: '0' },
  },
  {
    name: 'Steam screenshots',
    hosts: [
      'cdn.akamai.steamstatic.com',
      'cdn.cloudflare.steamstatic.com',
      'shared.akamai.steamstatic.com',
      'shared.fastly.steamstatic.com',
      'shared.cloudflare.steamstatic.com',
    ],
    paths: [[/^(\/.+\/ss_\w+)\.(?:116x65|600x338|1920x1080)(\.jpg)$/, '$1$2']],
  },
  {
    name: 'Steam user content',
    hosts: ['images.steamusercontent.com', 'steamuserimages-a.akamaihd.net'],
    drop: 'all',
  },
  {
    name: 'Steam portraits',
    hosts: [
      'avatars.steamstatic.com',
      'avatars.akamai.steamstatic.com',
      'avatars.fastly.steamstatic.com',
    ],
    paths: [[/^\/([\da-f]{40})(?:_medium)?(\.jpg)$/, '/$1_full$2']],
  },
  {
    name: 'itch.io',
    hosts: ['img.itch.zone'],
    paths: [[/^(\/[\w=+]+)\/(?!original\/)\d+x\d+[^/]*\//, '$1/original/']],
  },
  {
    name: 'IGDB',
    hosts: ['images.igdb.com'],
    paths: [[/^\/igdb\/image\/upload\/t_(?!original)[^/]+\//, '/igdb/image/upload/t_original/']],
  },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';

export const BOOK_AND_GAME_EXAMPLES: readonly Example[] = [
  {
    rule: 'Goodreads',
    url: 'https://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1i/1._SX98_.jpg',
    larger: ['https://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1i/1.jpg'],
    other: 'https://i.gr-assets.com/images/S/compressed.photo.goodreads.com/books/1i/1.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Open Library',
    url: 'https://covers.openlibrary.org/b/id/1-M.jpg',
    larger: ['https://covers.openlibrary.org/b/id/1-L.jpg'],
    other: 'https://covers.openlibrary.org/b/id/1-L.jpg',
    source: 'https://openlibrary.org/dev/docs/api/covers',
    date: DATE,
  },
  {
    rule: 'Google Books',
    url: 'https://books.google.com/books/content?id=AbC&printsec=frontcover&img=1&zoom=1',
    larger: ['https://books.google.com/books/content?id=AbC&printsec=frontcover&img=1&zoom=0'],
    other: 'https://books.google.com/books/content?id=AbC&printsec=frontcover&img=1&zoom=0',
    source: 'https://developers.google.com/books/docs/v1/using',
    date: DATE,
  },
  {
    rule: 'Steam screenshots',
    url: 'https://cdn.akamai.steamstatic.com/steam/apps/1/ss_abc.600x338.jpg?t=1',
    larger: ['https://cdn.akamai.steamstatic.com/steam/apps/1/ss_abc.jpg?t=1'],
    other: 'https://cdn.akamai.steamstatic.com/steam/apps/1/ss_abc.jpg?t=1',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Steam user content',
    url: 'https://images.steamusercontent.com/ugc/1/ABC/?imw=268&imh=268&ima=fit&impolicy=Letterbox',
    larger: ['https://images.steamusercontent.com/ugc/1/ABC/'],
    other: 'https://images.steamusercontent.com/ugc/1/ABC/',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Steam portraits',
    url: 'https://avatars.steamstatic.com/0123456789abcdef0123456789abcdef01234567_medium.jpg',
    larger: ['https://avatars.steamstatic.com/0123456789abcdef0123456789abcdef01234567_full.jpg'],
    other: 'https://avatars.steamstatic.com/0123456789abcdef0123456789abcdef01234567_full.jpg',
    source: 'https://developer.valvesoftware.com/wiki/Steam_Web_API',
    date: DATE,
  },
  {
    rule: 'itch.io',
    url: 'https://img.itch.zone/aW1nLzEuanBn/315x250%23c/AbC.png',
    larger: ['https://img.itch.zone/aW1nLzEuanBn/original/AbC.png'],
    other: 'https://img.itch.zone/aW1nLzEuanBn/original/AbC.png',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'IGDB',
    url: 'https://images.igdb.com/igdb/image/upload/t_cover_big/abc.jpg',
    larger: ['https://images.igdb.com/igdb/image/upload/t_original/abc.jpg'],
    other: 'https://images.igdb.com/igdb/image/upload/t_original/abc.jpg',
    source: 'https://api-docs.igdb.com/#images',
    date: DATE,
  },
];
