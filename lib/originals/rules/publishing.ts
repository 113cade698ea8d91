import type { Example, Rule } from './rule';

/** Blogs, site builders and news. */
export const PUBLISHING: readonly Rule[] = [
  {
    name: 'WordPress scaled',
    paths: [[/^(.*\/wp-content\/uploads\/.*)-scaled(\.\w{3,4})$/, '$1$2']],
  },
  {
    name: 'WordPress thumbnails',
    paths: [
      [/^(.*\/wp-content\/uploads\/.*)-\d{2,4}x\d{2,4}(?:@\dx|_c)?(\.\w{3,4})$/, '$1$2'],
      [/^(.*\/wp-content\/uploads\/.*)-\d{2,4}x\d{2,4}(\.\w{3,4})$/, '$1-scaled$2'],
    ],
  },
  {
    name: 'WordPress networks',
    paths: [[/^(.*\/files\/\d{4}\/\d{2}\/.*)-\d{2,4}x\d{2,4}(\.\w{3,4})$/, '$1$2']],
  },
  {
    name: 'Medium',
    hosts: ['miro.medium.com', 'cdn-images-1.medium.com'],
    paths: [
      [
        /^\/(?:v2\/)?(?:max\/\d+|fit\/c\/\d+\/\d+|(?:resize|da|crop|format|g):?[^/]*(?:\/(?:format|quality):\w+)*)\//,
        '/',
      ],
    ],
  },
  {
    name: 'Substack',
    hosts: ['substackcdn.com'],
    paths: [[/^\/image\/fetch\/(?:[\w$!]+[_!,][^/]*\/)+(https?.+)$/, '/image/fetch/$1']],
  },
  {
    name: 'Ghost',
    paths: [[/^(.*\/content\/images)\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?\/(.+)$/, '$1/$2']],
  },
  {
    name: 'Wix',
    hosts: ['static.wixstatic.com'],
    paths: [[/^(\/media\/[^/]+)\/v1\/(?:fill|fit|crop)\/.*$/, '$1']],
  },
  {
    name: 'Squarespace',
    hosts: ['images.squarespace-cdn.com', 'static1.squarespace.com'],
    set: { format: 'original' },
  },
  {
    name: 'Webflow',
    hosts: [
      'uploads-ssl.webflow.com',
      'cdn.prod.website-files.com',
      'assets-global.website-files.com',
    ],
    paths: [[/^(\/.+)-p-(?:\d+(?:x\d+)?(?:q\d+)?)(\.\w+)$/, '$1$2']],
  },
  {
    name: 'GoDaddy',
    hosts: ['img1.wsimg.com'],
    paths: [[/^(\/isteam\/ip\/[\da-f-]+\/[^/]+)\/:\/.*$/, '$1']],
  },
  {
    name: 'Weebly',
    paths: [
      [
        /^(\/uploads\/\d\/\d\/\d\/\d\/\d+\/)(?!.*_orig\.)(?:published\/)?(.+?)(?:_\d+)?(\.\w{3,4})$/,
        '$1$2_orig$3',
      ],
    ],
  },
  {
    name: 'Drupal styles',
    paths: [[/^(.*\/sites\/[^/]+\/files)\/styles\/[^/]+\/public\/(.+?)(?:\.webp)?$/, '$1/$2']],
    drop: ['itok', 'h', 'c'],
  },
  {
    name: 'TYPO3',
    paths: [
      [
        /^(\/fileadmin)\/_processed_\/(?:\w\/\w\/)?csm_(.+)_[\da-f]{10}(\.\w+)$/,
        '$1/user_upload/$2$3',
      ],
    ],
  },
  { name: 'Guardian', hosts: ['i.guim.co.uk'], leavesAlone: true },
  {
    name: 'BBC ichef',
    hosts: ['ichef.bbci.co.uk'],
    paths: [
      [/^\/(news|ace\/standard|ace\/ws|images\/ic)\/(?!2048\/)\d+(?:x\d+|xn)?\//, '/$1/2048/'],
      [/^\/images\/ic\/(?!1920x1080)\d+x(?:\d+|n)\//, '/images/ic/1920x1080/'],
    ],
  },
  {
    name: 'New York Times',
    hosts: ['static01.nyt.com', 'static01.nytimes.com'],
    paths: [
      [
        /^(\/images\/.+)-(?:articleLarge|articleInline|jumbo|master\w+|mediumThreeByTwo\d+|threeByTwo\w+|square\d+|thumb\w+|videoSixteenByNine\w+|facebookJumbo|largeHorizontal\w+|mobileMasterAt3x|mediumSquareAt3X)(?:-v\d+)?(\.\w+)$/,
        '$1-superJumbo$2',
      ],
    ],
    drop: 'all',
  },
  { name: 'CNN', hosts: ['media.cnn.com'], drop: ['c', 'q', 'w', 'h'] },
  { name: 'Arc publishing', hosts: ['www.washingtonpost.com'], leavesAlone: true },
  { name: 'Yahoo news', hosts: ['s.yimg.com'], leavesAlone: true },
  {
    name: 'Sohu',
    hosts: [
      'p0.itc.cn',
      'p1.itc.cn',
      'p2.itc.cn',
      'p3.itc.cn',
      'p4.itc.cn',
      'p5.itc.cn',
      'p6.itc.cn',
      'p7.itc.cn',
      'p8.itc.cn',
      'p9.itc.cn',
    ],
    paths: [[/^\/(?:q_\d+|c_[^/]+|[a-z]_\w+(?:,[a-z]_\w+)*)\/(images\d*\/.+)$/, '/$1']],
  },
  {
    name: 'Tencent news',
    hosts: ['inews.gtimg.com'],
    paths: [[/^(\/newsapp_(?:bt|ls)\/0\/\d+)_\d+\/\d+$/, '$1/1000']],
  },
  {
    name: 'Toutiao',
    hosts: [
      'p3-sign.toutiaoimg.com',
      'p6-sign.toutiaoimg.com',
      'p9-sign.toutiaoimg.com',
      'p26-sign.toutiaoimg.com',
    ],
    leavesAlone: true,
  },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';

export const PUBLISHING_EXAMPLES: readonly Example[] = [
  {
    rule: 'WordPress thumbnails',
    url: 'https://blog.example/wp-content/uploads/2024/05/cat-300x200.jpg',
    larger: [
      'https://blog.example/wp-content/uploads/2024/05/cat.jpg',
      'https://blog.example/wp-content/uploads/2024/05/cat-scaled.jpg',
    ],
    other: 'https://blog.example/wp-content/uploads/2024/05/cat.jpg',
    source: 'https://developer.wordpress.org/reference/functions/wp_get_attachment_image_src/',
    date: DATE,
  },
  {
    rule: 'WordPress scaled',
    url: 'https://blog.example/wp-content/uploads/2024/05/cat-scaled.jpg',
    larger: ['https://blog.example/wp-content/uploads/2024/05/cat.jpg'],
    other: 'https://blog.example/wp-content/uploads/2024/05/cat.jpg',
    source:
      'https://make.wordpress.org/core/2019/10/09/introducing-handling-of-big-images-in-wordpress-5-3/',
    date: DATE,
  },
  {
    rule: 'WordPress networks',
    url: 'https://news.example/files/2024/05/cat-300x200.jpg',
    larger: ['https://news.example/files/2024/05/cat.jpg'],
    other: 'https://news.example/files/2024/05/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Medium',
    url: 'https://miro.medium.com/v2/resize:fit:700/1*AbC.jpeg',
    larger: ['https://miro.medium.com/1*AbC.jpeg'],
    other: 'https://miro.medium.com/1*AbC.jpeg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Substack',
    url: 'https://substackcdn.com/image/fetch/w_300,c_limit,f_auto,q_auto:good/https%3A%2F%2Fsubstack-post-media.s3.amazonaws.com%2Fpublic%2Fimages%2Fa.png',
    larger: [
      'https://substack-post-media.s3.amazonaws.com/public/images/a.png',
      'https://substackcdn.com/image/fetch/https%3A%2F%2Fsubstack-post-media.s3.amazonaws.com%2Fpublic%2Fimages%2Fa.png',
    ],
    other: 'https://substackcdn.com/icons/a.png',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Ghost',
    url: 'https://blog.example/content/images/size/w600/2024/05/cat.jpg',
    larger: ['https://blog.example/content/images/2024/05/cat.jpg'],
    other: 'https://blog.example/content/images/2024/05/cat.jpg',
    source: 'https://ghost.org/docs/themes/assets/',
    date: DATE,
  },
  {
    rule: 'Wix',
    url: 'https://static.wixstatic.com/media/a_b~mv2.jpg/v1/fill/w_300,h_200,al_c,q_80/cat.jpg',
    larger: ['https://static.wixstatic.com/media/a_b~mv2.jpg'],
    other: 'https://static.wixstatic.com/media/a_b~mv2.jpg',
    source: 'https://dev.wix.com/docs/sdk/core-modules/sdk/media',
    date: DATE,
  },
  {
    rule: 'Squarespace',
    url: 'https://images.squarespace-cdn.com/content/v1/a/cat.jpg?format=300w',
    larger: ['https://images.squarespace-cdn.com/content/v1/a/cat.jpg?format=original'],
    other: 'https://images.squarespace-cdn.com/content/v1/a/cat.jpg?format=original',
    source: 'https://developers.squarespace.com/template-overview',
    date: DATE,
  },
  {
    rule: 'Webflow',
    url: 'https://cdn.prod.website-files.com/1/2_cat-p-500.jpg',
    larger: ['https://cdn.prod.website-files.com/1/2_cat.jpg'],
    other: 'https://cdn.prod.website-files.com/1/2_cat.jpg',
    source: 'https://help.webflow.com/hc/en-us/articles/33961378697107',
    date: DATE,
  },
  {
    rule: 'GoDaddy',
    url: 'https://img1.wsimg.com/isteam/ip/0f1e-2d3c/cat.jpg/:/rs=w:400,cg:true',
    larger: ['https://img1.wsimg.com/isteam/ip/0f1e-2d3c/cat.jpg'],
    other: 'https://img1.wsimg.com/isteam/ip/0f1e-2d3c/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Weebly',
    url: 'https://shop.example/uploads/1/2/3/4/1234/cat.jpg',
    larger: ['https://shop.example/uploads/1/2/3/4/1234/cat_orig.jpg'],
    other: 'https://shop.example/uploads/1/2/3/4/1234/cat_orig.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Drupal styles',
    url: 'https://site.example/sites/default/files/styles/large/public/2024/cat.jpg?itok=AbC',
    larger: ['https://site.example/sites/default/files/2024/cat.jpg'],
    other: 'https://site.example/sites/default/files/2024/cat.jpg',
    source: 'https://www.drupal.org/docs/user_guide/en/structure-image-style-create.html',
    date: DATE,
  },
  {
    rule: 'TYPO3',
    url: 'https://site.example/fileadmin/_processed_/a/b/csm_cat_0123456789.jpg',
    larger: ['https://site.example/fileadmin/user_upload/cat.jpg'],
    other: 'https://site.example/fileadmin/user_upload/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Guardian',
    url: 'https://i.guim.co.uk/img/media/abc/master/5000.jpg?width=465&dpr=1&s=none&crop=none',
    larger: [],
    other: 'https://i.guim.co.uk/img/static/a.png',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'BBC ichef',
    url: 'https://ichef.bbci.co.uk/ace/standard/480/cpsprodpb/abc/live/cat.jpg',
    larger: ['https://ichef.bbci.co.uk/ace/standard/2048/cpsprodpb/abc/live/cat.jpg'],
    other: 'https://ichef.bbci.co.uk/ace/standard/2048/cpsprodpb/abc/live/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'New York Times',
    url: 'https://static01.nyt.com/images/2024/05/01/cat/cat-articleLarge.jpg?quality=75',
    larger: ['https://static01.nyt.com/images/2024/05/01/cat/cat-superJumbo.jpg'],
    other: 'https://static01.nyt.com/images/2024/05/01/cat/cat-superJumbo.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'CNN',
    url: 'https://media.cnn.com/api/v1/images/stellar/prod/cat.jpg?c=16x9&q=w_850,c_fill',
    larger: ['https://media.cnn.com/api/v1/images/stellar/prod/cat.jpg'],
    other: 'https://media.cnn.com/api/v1/images/stellar/prod/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Arc publishing',
    url: 'https://www.washingtonpost.com/wp-apps/imrs.php?src=https://cloudfront.example/cat.jpg&w=691',
    larger: [],
    other: 'https://www.washingtonpost.com/a.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Yahoo news',
    url: 'https://s.yimg.com/aa/api/res/1.2/abc/YXBwaWQ9/a.jpg',
    larger: [],
    other: 'https://s.yimg.com/cv/apiv2/a.png',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Sohu',
    url: 'https://p3.itc.cn/q_70/images03/20240501/abc.jpeg',
    larger: ['https://p3.itc.cn/images03/20240501/abc.jpeg'],
    other: 'https://p3.itc.cn/images03/20240501/abc.jpeg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Tencent news',
    url: 'https://inews.gtimg.com/newsapp_ls/0/12345_640330/0',
    larger: ['https://inews.gtimg.com/newsapp_ls/0/12345/1000'],
    other: 'https://inews.gtimg.com/newsapp_ls/0/12345/1000',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Toutiao',
    url: 'https://p3-sign.toutiaoimg.com/tos-cn-i-abc/def~tplv-tt-cs0:640:360.jpg?x-expires=1&x-signature=a',
    larger: [],
    other: 'https://p3-sign.toutiaoimg.com/a.jpg',
    source: MAXURL,
    date: DATE,
  },
];
