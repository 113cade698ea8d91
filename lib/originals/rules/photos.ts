import { type Example, type Rule, SIZE_PARAMETERS } from './rule';

/** Knowledge, photographs and picture hosts. */
export const PHOTOS: readonly Rule[] = [
  {
    name: 'Wikimedia',
    hosts: ['upload.wikimedia.org'],
    paths: [[/^(\/.*)\/thumb\/(.*\.(?:jpe?g|png|gif|webp|tiff?|svg))\/[^/]+$/i, '$1/$2']],
  },
  {
    name: 'MediaWiki',
    paths: [
      [
        /^(\/(?:[\w.-]+\/)*images)\/thumb\/(\w\/\w\w\/[^/]+\.(?:jpe?g|png|gif|webp))\/\d+px-[^/]+$/i,
        '$1/$2',
      ],
    ],
  },
  {
    name: 'Fandom',
    hosts: ['static.wikia.nocookie.net', 'vignette.wikia.nocookie.net'],
    paths: [[/^(\/.+\/revision\/\w+)\/.*$/, '$1']],
  },
  {
    name: 'Flickr',
    hosts: ['*.staticflickr.com'],
    paths: [[/^(.*\/\d+_[\da-f]+)(?:_[sqtmnwzc])?(\.jpg)$/, '$1_b$2']],
  },
  { name: '500px', hosts: ['drscdn.500px.org'], leavesAlone: true },
  {
    name: 'Unsplash',
    hosts: ['images.unsplash.com', 'plus.unsplash.com'],
    drop: [...SIZE_PARAMETERS, 'ixlib', 'cs'],
  },
  { name: 'Pexels', hosts: ['images.pexels.com'], drop: [...SIZE_PARAMETERS, 'cs'] },
  {
    name: 'Pixabay',
    hosts: ['cdn.pixabay.com'],
    paths: [
      [/^(\/photo\/.+)_(?:340|480|640|__340|__480)(\.\w+)$/, '$1_1280$2'],
      [/^(\/photo\/.+_)_(?:340|480)(\.\w+)$/, '$11280$2'],
    ],
  },
  {
    name: 'Imgur',
    hosts: ['i.imgur.com'],
    paths: [[/^\/(\w{7})[sbtmlhrg](\.\w+)$/, '/$1$2']],
    drop: ['maxwidth', 'shape', 'fidelity'],
  },
  {
    name: 'Giphy',
    hosts: [
      'media.giphy.com',
      'media0.giphy.com',
      'media1.giphy.com',
      'media2.giphy.com',
      'media3.giphy.com',
      'media4.giphy.com',
    ],
    paths: [
      [
        /^(\/media\/.+\/)(?:\d+w?|giphy-preview|giphy-downsized\w*)(_s)?\.(?:gif|webp)$/,
        '$1giphy$2.gif',
      ],
    ],
  },
  {
    name: 'Getty Images',
    hosts: ['media.gettyimages.com', 'media.istockphoto.com'],
    leavesAlone: true,
  },
  {
    name: 'Shutterstock',
    hosts: ['image.shutterstock.com', 'www.shutterstock.com'],
    leavesAlone: true,
  },
  {
    name: 'Adobe Stock',
    hosts: ['t3.ftcdn.net', 't4.ftcdn.net', 'as1.ftcdn.net', 'as2.ftcdn.net'],
    leavesAlone: true,
  },
  {
    name: 'Google photos and Blogger',
    hosts: ['*.googleusercontent.com', '*.ggpht.com'],
    paths: [[/=(?!s0$)(?:[swh]\d+|c|no|k|p|rw|nu|pp|cc)(?:-[\w]+)*$/, '=s0']],
  },
  {
    name: 'Blogger paths',
    hosts: [
      '1.bp.blogspot.com',
      '2.bp.blogspot.com',
      '3.bp.blogspot.com',
      '4.bp.blogspot.com',
      'blogger.googleusercontent.com',
      'lh3.googleusercontent.com',
    ],
    paths: [[/\/(?!s0\/)(?:s\d+|w\d+-h\d+)(?:-[\w-]+)?\/([^/]+)$/, '/s0/$1']],
  },
  { name: 'ImgBB', hosts: ['i.ibb.co'], paths: [[/^(\/\w+\/.+)\.(?:th|md)(\.\w+)$/, '$1$2']] },
  {
    name: 'Chevereto kin',
    paths: [[/^(\/images\/\d{4}\/\d{2}\/\d{2}\/.+)\.(?:th|md)(\.\w+)$/, '$1$2']],
  },
  { name: 'Postimages', hosts: ['i.postimg.cc'], drop: 'all' },
  {
    name: 'SmugMug',
    hosts: ['photos.smugmug.com'],
    paths: [
      [/\/(?:Ti|Th|S|M|L|XL|X2|X3)\/([^/]+)-(?:Ti|Th|S|M|L|XL|X2|X3)(\.\w+)$/, '/O/$1-O$2'],
      [/\/(?:Ti|Th|S|M|L|XL|X2|X3)\/([^/]+)-(?:Ti|Th|S|M|L|XL|X2|X3)(\.\w+)$/, '/X5/$1-X5$2'],
    ],
  },
  {
    name: 'Internet Archive',
    hosts: ['archive.org'],
    paths: [[/^\/services\/img\/([^/]+)$/, '/download/$1/__ia_thumb.jpg']],
  },
  {
    name: 'IIIF',
    paths: [
      [
        /^(\/.+\/)full\/(?!full\/|max\/)(?:\d*,\d*|!\d+,\d+|pct:[\d.]+)\/(\d+\/(?:default|native|color|gray|bitonal)\.\w+)$/,
        '$1full/max/$2',
      ],
      [
        /^(\/.+\/)full\/(?!full\/|max\/)(?:\d*,\d*|!\d+,\d+|pct:[\d.]+)\/(\d+\/(?:default|native|color|gray|bitonal)\.\w+)$/,
        '$1full/full/$2',
      ],
    ],
  },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';
const GALLERY_DL = 'https://github.com/mikf/gallery-dl';

export const PHOTO_EXAMPLES: readonly Example[] = [
  {
    rule: 'Wikimedia',
    url: 'https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Cat.jpg/320px-Cat.jpg',
    larger: ['https://upload.wikimedia.org/wikipedia/commons/a/ab/Cat.jpg'],
    other: 'https://upload.wikimedia.org/wikipedia/commons/a/ab/Cat.jpg',
    source: 'https://www.mediawiki.org/wiki/Manual:Thumb_handler.php',
    date: DATE,
  },
  {
    rule: 'MediaWiki',
    url: 'https://wiki.example/w/images/thumb/a/ab/Cat.jpg/320px-Cat.jpg',
    larger: ['https://wiki.example/w/images/a/ab/Cat.jpg'],
    other: 'https://wiki.example/w/images/a/ab/Cat.jpg',
    source: 'https://www.mediawiki.org/wiki/Manual:Thumb_handler.php',
    date: DATE,
  },
  {
    rule: 'Fandom',
    url: 'https://static.wikia.nocookie.net/cats/images/a/ab/Cat.png/revision/latest/scale-to-width-down/300?cb=2024',
    larger: ['https://static.wikia.nocookie.net/cats/images/a/ab/Cat.png/revision/latest?cb=2024'],
    other: 'https://static.wikia.nocookie.net/cats/images/a/ab/Cat.png/revision/latest?cb=2024',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Flickr',
    url: 'https://live.staticflickr.com/65535/123_abcdef_m.jpg',
    larger: ['https://live.staticflickr.com/65535/123_abcdef_b.jpg'],
    other: 'https://live.staticflickr.com/65535/123_abcdef_b.jpg',
    source: 'https://www.flickr.com/services/api/misc.urls.html',
    date: DATE,
  },
  {
    rule: '500px',
    url: 'https://drscdn.500px.org/photo/1/q%3D50_h%3D450/v2?sig=abc',
    larger: [],
    other: 'https://drscdn.500px.org/photo/1/m%3D2048/v2?sig=abc',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Unsplash',
    url: 'https://images.unsplash.com/photo-1?ixid=A&w=400&q=60&fit=crop&auto=format',
    larger: ['https://images.unsplash.com/photo-1?ixid=A'],
    other: 'https://images.unsplash.com/photo-1?ixid=A',
    source: 'https://unsplash.com/documentation#supported-parameters',
    date: DATE,
  },
  {
    rule: 'Pexels',
    url: 'https://images.pexels.com/photos/1/pexels-photo-1.jpeg?auto=compress&cs=tinysrgb&w=500',
    larger: ['https://images.pexels.com/photos/1/pexels-photo-1.jpeg'],
    other: 'https://images.pexels.com/photos/1/pexels-photo-1.jpeg',
    source: 'https://www.pexels.com/api/documentation/',
    date: DATE,
  },
  {
    rule: 'Pixabay',
    url: 'https://cdn.pixabay.com/photo/2024/05/01/12/00/cat-1_640.jpg',
    larger: ['https://cdn.pixabay.com/photo/2024/05/01/12/00/cat-1_1280.jpg'],
    other: 'https://cdn.pixabay.com/photo/2024/05/01/12/00/cat-1_1280.jpg',
    source: 'https://pixabay.com/api/docs/',
    date: DATE,
  },
  {
    rule: 'Imgur',
    url: 'https://i.imgur.com/AbCdEfGm.jpg',
    larger: ['https://i.imgur.com/AbCdEfG.jpg'],
    other: 'https://i.imgur.com/AbCdEfG.jpg',
    source: 'https://api.imgur.com/models/image',
    date: DATE,
  },
  {
    rule: 'Giphy',
    url: 'https://media.giphy.com/media/AbC/200w.gif',
    larger: ['https://media.giphy.com/media/AbC/giphy.gif'],
    other: 'https://media.giphy.com/media/AbC/giphy.gif',
    source: 'https://developers.giphy.com/docs/api/schema/',
    date: DATE,
  },
  {
    rule: 'Getty Images',
    url: 'https://media.gettyimages.com/id/1/photo/cat.jpg?s=612x612&w=gi&k=20&c=abc',
    larger: [],
    other: 'https://media.istockphoto.com/id/1/photo/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Shutterstock',
    url: 'https://image.shutterstock.com/image-photo/cat-260nw-1.jpg',
    larger: [],
    other: 'https://www.shutterstock.com/image-photo/cat-600w-1.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Adobe Stock',
    url: 'https://t3.ftcdn.net/jpg/01/02/03/04/240_F_1_abc.jpg',
    larger: [],
    other: 'https://as1.ftcdn.net/v2/jpg/01/02/03/04/1000_F_1_abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Google photos and Blogger',
    url: 'https://lh3.googleusercontent.com/a/AbC=w400-h300-no',
    larger: ['https://lh3.googleusercontent.com/a/AbC=s0'],
    other: 'https://lh3.googleusercontent.com/a/AbC=s0',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Blogger paths',
    url: 'https://1.bp.blogspot.com/-a/b/c/d/s320/cat.jpg',
    larger: ['https://1.bp.blogspot.com/-a/b/c/d/s0/cat.jpg'],
    other: 'https://1.bp.blogspot.com/-a/b/c/d/s0/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'ImgBB',
    url: 'https://i.ibb.co/AbC123/cat.md.jpg',
    larger: ['https://i.ibb.co/AbC123/cat.jpg'],
    other: 'https://i.ibb.co/AbC123/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Chevereto kin',
    url: 'https://pics.example/images/2024/05/01/cat.th.jpg',
    larger: ['https://pics.example/images/2024/05/01/cat.jpg'],
    other: 'https://pics.example/images/2024/05/01/cat.jpg',
    source: 'https://v4-docs.chevereto.com/',
    date: DATE,
  },
  {
    rule: 'Postimages',
    url: 'https://i.postimg.cc/AbC123/cat.jpg?dl=1',
    larger: ['https://i.postimg.cc/AbC123/cat.jpg'],
    other: 'https://i.postimg.cc/AbC123/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'SmugMug',
    url: 'https://photos.smugmug.com/Cats/i-AbC/0/M/cat-M.jpg',
    larger: [
      'https://photos.smugmug.com/Cats/i-AbC/0/O/cat-O.jpg',
      'https://photos.smugmug.com/Cats/i-AbC/0/X5/cat-X5.jpg',
    ],
    other: 'https://photos.smugmug.com/Cats/i-AbC/0/O/cat-O.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Internet Archive',
    url: 'https://archive.org/services/img/cats',
    larger: ['https://archive.org/download/cats/__ia_thumb.jpg'],
    other: 'https://archive.org/download/cats/cat.jpg',
    source: 'https://archive.org/developers/',
    date: DATE,
  },
  {
    rule: 'IIIF',
    url: 'https://museum.example/iiif/2/cat/full/300,/0/default.jpg',
    larger: [
      'https://museum.example/iiif/2/cat/full/max/0/default.jpg',
      'https://museum.example/iiif/2/cat/full/full/0/default.jpg',
    ],
    other: 'https://museum.example/iiif/2/cat/full/max/0/default.jpg',
    source: 'https://iiif.io/api/image/3.0/',
    date: DATE,
  },
];
