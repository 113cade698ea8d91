import type { Example, Rule } from './rule';

/** Image boards, comics and anime. */
export const BOARDS: readonly Rule[] = [
  {
    name: 'Danbooru',
    hosts: ['cdn.donmai.us'],
    paths: [
      [/^\/(?:\d+x\d+|preview)\/(\w\w\/\w\w\/[\da-f]{32})\.\w+$/, '/original/$1.jpg'],
      [/^\/(?:\d+x\d+|preview)\/(\w\w\/\w\w\/[\da-f]{32})\.\w+$/, '/original/$1.png'],
      [/^\/sample\/(\w\w\/\w\w\/)(?:.*?)sample-([\da-f]{32})\.\w+$/, '/original/$1$2.jpg'],
      [/^\/sample\/(\w\w\/\w\w\/)(?:.*?)sample-([\da-f]{32})\.\w+$/, '/original/$1$2.png'],
    ],
  },
  {
    name: 'Gelbooru kin',
    hosts: [
      'img3.gelbooru.com',
      'img4.gelbooru.com',
      'safebooru.org',
      'wimg.rule34.xxx',
      'us.rule34.xxx',
      'tbib.org',
      'xbooru.com',
    ],
    paths: [
      [/^\/\/?thumbnails\/(.+\/)thumbnail_(\w+)\.\w+$/, '/images/$1$2.jpg'],
      [/^\/\/?thumbnails\/(.+\/)thumbnail_(\w+)\.\w+$/, '/images/$1$2.png'],
      [/^\/\/?samples\/(.+\/)sample_(\w+)\.\w+$/, '/images/$1$2.jpg'],
      [/^\/\/?samples\/(.+\/)sample_(\w+)\.\w+$/, '/images/$1$2.png'],
    ],
  },
  {
    name: 'Moebooru kin',
    hosts: ['konachan.com', 'konachan.net', 'files.yande.re', 'yande.re', 'assets.yande.re'],
    paths: [
      [/^\/(?:sample|jpeg)\/([\da-f]{32})\/.*$/, '/image/$1.png'],
      [/^\/(?:sample|jpeg)\/([\da-f]{32})\/.*$/, '/image/$1.jpg'],
      [/^\/(?:data\/)?(?:preview)\/\w\w\/\w\w\/([\da-f]{32})\.\w+$/, '/image/$1.jpg'],
    ],
  },
  {
    name: 'e621',
    hosts: ['static1.e621.net'],
    paths: [
      [/^\/data\/(?:sample|preview)\/(\w\w\/\w\w\/[\da-f]{32})\.\w+$/, '/data/$1.png'],
      [/^\/data\/(?:sample|preview)\/(\w\w\/\w\w\/[\da-f]{32})\.\w+$/, '/data/$1.jpg'],
    ],
  },
  {
    name: 'Zerochan',
    hosts: ['s1.zerochan.net', 's2.zerochan.net', 's3.zerochan.net', 's4.zerochan.net'],
    paths: [[/^\/(.+)\.(?:240|600)\.(\d+)\.jpg$/, '/$1.full.$2.jpg']],
    host: 'static.zerochan.net',
  },
  {
    name: 'Nico Nico Seiga',
    hosts: ['lohas.nicoseiga.jp'],
    paths: [[/^\/thumb\/(\d+)[a-z]*$/, '/thumb/$1l']],
  },
  {
    name: 'MangaDex covers',
    hosts: ['uploads.mangadex.org', 'mangadex.org'],
    paths: [[/^(\/covers\/[\da-f-]{36}\/[\da-f-]{36}\.\w+)\.(?:256|512)\.jpg$/, '$1']],
  },
  {
    name: 'AniList',
    hosts: ['s4.anilist.co'],
    paths: [[/^(\/file\/anilistcdn\/.+\/cover)\/(?:small|medium)\//, '$1/large/']],
  },
  {
    name: 'MyAnimeList',
    hosts: ['cdn.myanimelist.net'],
    paths: [[/^\/(images\/(?:anime|manga)\/\d+\/\d+)t?(\.\w+)$/, '/$1l$2']],
    drop: 'all',
  },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';
const GALLERY_DL = 'https://github.com/mikf/gallery-dl';

export const BOARD_EXAMPLES: readonly Example[] = [
  {
    rule: 'Danbooru',
    url: 'https://cdn.donmai.us/360x360/ab/cd/abcdef0123456789abcdef0123456789.jpg',
    larger: [
      'https://cdn.donmai.us/original/ab/cd/abcdef0123456789abcdef0123456789.jpg',
      'https://cdn.donmai.us/original/ab/cd/abcdef0123456789abcdef0123456789.png',
    ],
    other: 'https://cdn.donmai.us/original/ab/cd/abcdef0123456789abcdef0123456789.png',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Gelbooru kin',
    url: 'https://safebooru.org/thumbnails/4011/thumbnail_abc.jpg',
    larger: [
      'https://safebooru.org/images/4011/abc.jpg',
      'https://safebooru.org/images/4011/abc.png',
    ],
    other: 'https://safebooru.org/images/4011/abc.png',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Moebooru kin',
    url: 'https://konachan.com/sample/abcdef0123456789abcdef0123456789/Konachan.com%20-%201%20sample.jpg',
    larger: [
      'https://konachan.com/image/abcdef0123456789abcdef0123456789.png',
      'https://konachan.com/image/abcdef0123456789abcdef0123456789.jpg',
    ],
    other: 'https://konachan.com/image/abcdef0123456789abcdef0123456789.jpg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'e621',
    url: 'https://static1.e621.net/data/sample/ab/cd/abcdef0123456789abcdef0123456789.jpg',
    larger: [
      'https://static1.e621.net/data/ab/cd/abcdef0123456789abcdef0123456789.png',
      'https://static1.e621.net/data/ab/cd/abcdef0123456789abcdef0123456789.jpg',
    ],
    other: 'https://static1.e621.net/data/ab/cd/abcdef0123456789abcdef0123456789.png',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Zerochan',
    url: 'https://s1.zerochan.net/Name.600.123.jpg',
    larger: ['https://static.zerochan.net/Name.full.123.jpg'],
    other: 'https://s1.zerochan.net/logo.jpg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Nico Nico Seiga',
    url: 'https://lohas.nicoseiga.jp/thumb/123q',
    larger: ['https://lohas.nicoseiga.jp/thumb/123l'],
    other: 'https://lohas.nicoseiga.jp/img/a',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'MangaDex covers',
    url: 'https://uploads.mangadex.org/covers/0f1e2d3c-4b5a-4678-9abc-def012345678/0f1e2d3c-4b5a-4678-9abc-def012345679.png.256.jpg',
    larger: [
      'https://uploads.mangadex.org/covers/0f1e2d3c-4b5a-4678-9abc-def012345678/0f1e2d3c-4b5a-4678-9abc-def012345679.png',
    ],
    other: 'https://uploads.mangadex.org/covers/0f1e2d3c-4b5a-4678-9abc-def012345678/a.png',
    source: 'https://api.mangadex.org/docs/03-manga/covers/',
    date: DATE,
  },
  {
    rule: 'AniList',
    url: 'https://s4.anilist.co/file/anilistcdn/media/anime/cover/medium/bx1.jpg',
    larger: ['https://s4.anilist.co/file/anilistcdn/media/anime/cover/large/bx1.jpg'],
    other: 'https://s4.anilist.co/file/anilistcdn/media/anime/cover/large/bx1.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'MyAnimeList',
    url: 'https://cdn.myanimelist.net/images/anime/4/19644.jpg',
    larger: ['https://cdn.myanimelist.net/images/anime/4/19644l.jpg'],
    other: 'https://cdn.myanimelist.net/images/anime/4/19644l.jpg',
    source: MAXURL,
    date: DATE,
  },
];
