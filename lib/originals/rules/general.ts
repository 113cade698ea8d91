import { type Example, type Rule, SIZE_PARAMETERS } from './rule';

/** Forms that many sites use, on any host. They come last. */
export const GENERAL: readonly Rule[] = [
  {
    name: 'Width and height in a name',
    paths: [[/^(.+?)[-_]\d{2,4}x\d{2,4}(?:@\dx)?(\.(?:jpe?g|png|webp|avif))$/i, '$1$2']],
  },
  {
    name: 'Thumbnail in a name',
    paths: [
      [
        /^(.+?)[-_.](?:thumb(?:nail)?|small|medium|preview|sm|tn|lowres|low|mini|min|square|xs)(\.(?:jpe?g|png|webp|avif))$/i,
        '$1$2',
      ],
      [/^(.+[/_])(?:thumb|tn|th|small)_([^/]+\.(?:jpe?g|png|webp|avif))$/i, '$1$2'],
    ],
  },
  {
    name: 'Folder of thumbnails',
    paths: [
      [
        /^(.*)\/(?:thumbs?|thumbnails?|tn|small|previews?)\/([^/]+\.(?:jpe?g|png|webp|avif))$/i,
        '$1/$2',
      ],
      [/^(.*)\/(?:thumbs?|thumbnails?)\/([^/]+\.(?:jpe?g|png|webp|avif))$/i, '$1/images/$2'],
      [/^(.*)\/(?:small|medium)\/([^/]+\.(?:jpe?g|png|webp|avif))$/i, '$1/large/$2'],
    ],
  },
  {
    name: 'Transformation in the path',
    paths: [
      [
        /^(.*)\/(?:(?:w|h|q|c|f|g|dpr|ar|fit|width|height|quality)[_=:-][\w.:-]+)(?:,(?:[a-z]+)[_=:-][\w.:-]+)*\/(.+\.(?:jpe?g|png|webp|avif))$/i,
        '$1/$2',
      ],
    ],
  },
  { name: 'Size in the query', drop: SIZE_PARAMETERS },
  {
    name: 'Suffix after the type',
    paths: [[/^(.+\.(?:jpe?g|png|webp|gif))[!@~][\w.,:!-]+$/i, '$1']],
  },
  {
    name: 'Processing of an object store',
    drop: ['x-oss-process', 'imageView2', 'imageMogr2', 'x-image-process', 'x-bce-process'],
  },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';

export const GENERAL_EXAMPLES: readonly Example[] = [
  {
    rule: 'Width and height in a name',
    url: 'https://news.example/media/cat-1024x683.jpg',
    larger: ['https://news.example/media/cat.jpg'],
    other: 'https://news.example/media/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Thumbnail in a name',
    url: 'https://site.example/media/cat_thumb.jpg',
    larger: ['https://site.example/media/cat.jpg'],
    other: 'https://site.example/media/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Folder of thumbnails',
    url: 'https://site.example/gallery/thumbs/cat.jpg',
    larger: ['https://site.example/gallery/cat.jpg', 'https://site.example/gallery/images/cat.jpg'],
    other: 'https://site.example/gallery/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Transformation in the path',
    url: 'https://site.example/images/w_640/media/cat.jpg',
    larger: ['https://site.example/images/media/cat.jpg'],
    other: 'https://site.example/images/media/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Size in the query',
    url: 'https://site.example/media/cat.jpg?w=300&h=200&fit=crop',
    larger: ['https://site.example/media/cat.jpg'],
    other: 'https://site.example/media/cat.jpg?v=2',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Suffix after the type',
    url: 'https://cdn.site.example/photo/cat.jpg@!list',
    larger: ['https://cdn.site.example/photo/cat.jpg'],
    other: 'https://cdn.site.example/photo/cat.jpg',
    source: 'https://help.aliyun.com/zh/oss/user-guide/image-styles',
    date: DATE,
  },
  {
    rule: 'Processing of an object store',
    url: 'https://cdn.site.example/photo/cat.jpg?x-oss-process=image/resize,w_400',
    larger: ['https://cdn.site.example/photo/cat.jpg'],
    other: 'https://cdn.site.example/photo/cat.jpg',
    source: 'https://help.aliyun.com/zh/oss/user-guide/resize-images-4',
    date: DATE,
  },
];
