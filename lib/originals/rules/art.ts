import type { Example, Rule } from './rule';

/** Art, illustration and design. */
export const ART: readonly Rule[] = [
  {
    name: 'Pixiv',
    hosts: ['i.pximg.net'],
    paths: [
      [
        /^\/(?:c\/[^/]+\/)?(?:img-master|custom-thumb)\/(img\/.+_p\d+)_(?:master1200|square1200|custom1200)\.jpg$/,
        '/img-original/$1.png',
      ],
      [
        /^\/(?:c\/[^/]+\/)?(?:img-master|custom-thumb)\/(img\/.+_p\d+)_(?:master1200|square1200|custom1200)\.jpg$/,
        '/img-original/$1.jpg',
      ],
      [/^\/c\/[^/]+\/(img-master\/img\/.+)_(?:square1200|master1200)\.jpg$/, '/$1_master1200.jpg'],
    ],
    referer: 'https://www.pixiv.net/',
  },
  {
    name: 'Pixiv portraits',
    hosts: ['i.pximg.net'],
    paths: [[/^(\/user-profile\/img\/.+)_(?:50|170)(\.\w+)$/, '$1$2']],
    referer: 'https://www.pixiv.net/',
  },
  {
    name: 'DeviantArt',
    hosts: ['images-wixmp-ed30a86b8c4ca887773594c2.wixmp.com'],
    leavesAlone: true,
  },
  {
    name: 'ArtStation',
    hosts: ['cdna.artstation.com', 'cdnb.artstation.com'],
    paths: [
      [
        /^(\/p\/assets\/(?:images|covers)\/images\/\d+\/\d+\/\d+\/)(?:\d{14}\/)?(?:smaller_square|small_square|micro_square|small|medium|large)\//,
        '$14k/',
      ],
      [
        /^(\/p\/assets\/(?:images|covers)\/images\/\d+\/\d+\/\d+\/)(?:\d{14}\/)?(?:smaller_square|small_square|micro_square|small|medium)\//,
        '$1large/',
      ],
    ],
  },
  {
    name: 'Behance',
    hosts: ['mir-s3-cdn-cf.behance.net'],
    paths: [
      [/^\/(project_modules|projects)\/(?!source\/)[^/]+\//, '/$1/source/'],
      [/^\/(project_modules)\/(?!max_3840\/|source\/)[^/]+\//, '/$1/max_3840/'],
    ],
  },
  {
    name: 'Dribbble',
    hosts: ['cdn.dribbble.com'],
    drop: ['resize', 'vertical', 'compress', 'format', 'crop'],
  },
  {
    name: 'Dribbble, older',
    hosts: ['cdn.dribbble.com'],
    paths: [
      [
        /^(\/users\/\d+\/screenshots\/\d+)\/(?:\w+\/)?(.+?)_(?:1x|4x|teaser|still)(\.\w+)$/,
        '$1/$2$3',
      ],
    ],
  },
  {
    name: 'Civitai',
    hosts: ['image.civitai.com', 'imagecache.civitai.com'],
    paths: [
      [
        /^(\/[^/]+\/[\da-f-]{36})\/(?!original=true)[^/]*(?:width|height|anim|quality|optimized)=[^/]*\//,
        '$1/original=true/',
      ],
    ],
  },
  {
    name: 'Wallhaven',
    hosts: ['th.wallhaven.cc'],
    paths: [
      [/^\/(?:small|lg|orig)\/(\w\w)\/(\w+)\.\w+$/, '/full/$1/wallhaven-$2.jpg'],
      [/^\/(?:small|lg|orig)\/(\w\w)\/(\w+)\.\w+$/, '/full/$1/wallhaven-$2.png'],
    ],
    host: 'w.wallhaven.cc',
  },
  {
    name: 'Redbubble',
    hosts: ['ih0.redbubble.net', 'ih1.redbubble.net'],
    paths: [
      [/^(\/image\.\d+\.\d+\/)flat,\d+x(?:\d+)?,075,[^/.]+(\.\w+)$/, '$1flat,1000x1000,075,f$2'],
    ],
  },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';
const GALLERY_DL = 'https://github.com/mikf/gallery-dl';

export const ART_EXAMPLES: readonly Example[] = [
  {
    rule: 'Pixiv',
    url: 'https://i.pximg.net/c/250x250_80_a2/img-master/img/2024/05/01/12/00/00/118_p0_square1200.jpg',
    larger: [
      'https://i.pximg.net/img-original/img/2024/05/01/12/00/00/118_p0.png',
      'https://i.pximg.net/img-original/img/2024/05/01/12/00/00/118_p0.jpg',
      'https://i.pximg.net/img-master/img/2024/05/01/12/00/00/118_p0_master1200.jpg',
    ],
    other: 'https://i.pximg.net/user-profile/img/2024/a.jpg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Pixiv portraits',
    url: 'https://i.pximg.net/user-profile/img/2024/05/01/12/00/00/1_abc_170.jpg',
    larger: ['https://i.pximg.net/user-profile/img/2024/05/01/12/00/00/1_abc.jpg'],
    other: 'https://i.pximg.net/background/img/a.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'DeviantArt',
    url: 'https://images-wixmp-ed30a86b8c4ca887773594c2.wixmp.com/f/a/b.jpg/v1/fill/w_300,h_200/b.jpg?token=abc',
    larger: [],
    other: 'https://images-wixmp-ed30a86b8c4ca887773594c2.wixmp.com/f/a/b.jpg?token=abc',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'ArtStation',
    url: 'https://cdna.artstation.com/p/assets/images/images/001/234/567/20240501120000/smaller_square/a.jpg?1',
    larger: [
      'https://cdna.artstation.com/p/assets/images/images/001/234/567/4k/a.jpg?1',
      'https://cdna.artstation.com/p/assets/images/images/001/234/567/large/a.jpg?1',
    ],
    other: 'https://cdna.artstation.com/p/assets/images/images/001/234/567/4k/a.jpg?1',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Behance',
    url: 'https://mir-s3-cdn-cf.behance.net/project_modules/disp/a.jpg',
    larger: [
      'https://mir-s3-cdn-cf.behance.net/project_modules/source/a.jpg',
      'https://mir-s3-cdn-cf.behance.net/project_modules/max_3840/a.jpg',
    ],
    other: 'https://mir-s3-cdn-cf.behance.net/project_modules/source/a.jpg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Dribbble',
    url: 'https://cdn.dribbble.com/userupload/1/file/original-abc.png?resize=400x300&vertical=center',
    larger: ['https://cdn.dribbble.com/userupload/1/file/original-abc.png'],
    other: 'https://cdn.dribbble.com/userupload/1/file/original-abc.png',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Dribbble, older',
    url: 'https://cdn.dribbble.com/users/1/screenshots/2/shot_1x.png',
    larger: ['https://cdn.dribbble.com/users/1/screenshots/2/shot.png'],
    other: 'https://cdn.dribbble.com/users/1/screenshots/2/shot.png',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Civitai',
    url: 'https://image.civitai.com/xG1n/0f1e2d3c-4b5a-4678-9abc-def012345678/width=450/1.jpeg',
    larger: [
      'https://image.civitai.com/xG1n/0f1e2d3c-4b5a-4678-9abc-def012345678/original=true/1.jpeg',
    ],
    other:
      'https://image.civitai.com/xG1n/0f1e2d3c-4b5a-4678-9abc-def012345678/original=true/1.jpeg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Wallhaven',
    url: 'https://th.wallhaven.cc/small/ab/abcdef.jpg',
    larger: [
      'https://w.wallhaven.cc/full/ab/wallhaven-abcdef.jpg',
      'https://w.wallhaven.cc/full/ab/wallhaven-abcdef.png',
    ],
    other: 'https://th.wallhaven.cc/icons/a.svg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Redbubble',
    url: 'https://ih1.redbubble.net/image.1.2/flat,550x550,075,t.jpg',
    larger: ['https://ih1.redbubble.net/image.1.2/flat,1000x1000,075,f.jpg'],
    other: 'https://ih1.redbubble.net/image.1.2/raf.jpg',
    source: MAXURL,
    date: DATE,
  },
];
