import type { Example, Rule } from './rule';

/** Shops of East Asia. */
export const EASTERN_SHOPS: readonly Rule[] = [
  {
    name: 'Alibaba',
    hosts: ['*.alicdn.com', '*.tbcdn.cn', '*.taobaocdn.com'],
    paths: [[/(\.(?:jpe?g|png|webp|gif))_(?:\d+x\d+|q\d+|sum|b)[\w.-]*$/i, '$1']],
  },
  {
    name: 'AliExpress',
    hosts: ['*.aliexpress-media.com'],
    paths: [[/(\.(?:jpe?g|png|webp))_[\w.-]+$/i, '$1']],
  },
  {
    name: 'JD sizes',
    hosts: ['*.360buyimg.com'],
    paths: [
      [/^\/n\d+\/(?:s\d+x\d+_)?(jfs\/[^!]+?)(?:!.*|\.avif|\.webp)?$/, '/imgzone/$1'],
      [/^\/n\d+\/(?:s\d+x\d+_)?jfs\//, '/n0/jfs/'],
    ],
  },
  {
    name: 'JD suffixes',
    hosts: ['*.360buyimg.com'],
    paths: [[/(\.(?:jpe?g|png))!?(?:q\d+)?\.(?:avif|webp|dpg)$/, '$1']],
  },
  { name: 'Pinduoduo', hosts: ['*.pddpic.com', '*.yangkeduo.com'], drop: 'all' },
  {
    name: 'Rakuten',
    hosts: ['thumbnail.image.rakuten.co.jp'],
    drop: ['_ex', 'fitin', 'composite-to'],
  },
  {
    name: 'Rakuten r10s',
    hosts: ['tshop.r10s.jp', 'shop.r10s.jp', 'r.r10s.jp'],
    drop: ['_ex', 'fitin', 'downsize', 'composite-to'],
  },
  {
    name: 'Mercari',
    hosts: ['static.mercdn.net'],
    paths: [
      [
        /^\/(?:c!\/[^/]+\/)?(?:thumb\/)?item\/(?!detail)(?:[^/]+\/)?photos\//,
        '/item/detail/orig/photos/',
      ],
      [/^\/thumb\/photos\//, '/item/detail/orig/photos/'],
    ],
  },
  {
    name: 'Yahoo! Japan Auctions',
    hosts: ['auc-pctr.c.yimg.jp'],
    drop: ['pri', 'w', 'h', 'up', 'nf_src', 'nf_path', 'nf_st'],
  },
  {
    name: 'Yahoo! Japan Shopping',
    hosts: ['item-shopping.c.yimg.jp'],
    paths: [[/^\/i\/[a-z]\/(.+)$/, '/i/n/$1']],
  },
  { name: 'ZOZOTOWN', hosts: ['c.imgz.jp', 'o.imgz.jp'], paths: [[/_\d{2,3}(\.jpg)$/, '_500$1']] },
  {
    name: 'BOOTH',
    hosts: ['booth.pximg.net'],
    paths: [
      [/^\/c\/[^/]+\/([\da-f-]+\/i\/\d+\/[\da-f-]+?)(?:_base_resized)?\.(?:jpe?g|png)$/, '/$1.png'],
      [/^\/c\/[^/]+\/([\da-f-]+\/i\/\d+\/[\da-f-]+?)(?:_base_resized)?\.(?:jpe?g|png)$/, '/$1.jpg'],
    ],
  },
  {
    name: 'Suruga-ya',
    hosts: ['www.suruga-ya.jp'],
    set: { size: 'l' },
  },
  {
    name: 'Coupang',
    hosts: [
      'thumbnail1.coupangcdn.com',
      'thumbnail2.coupangcdn.com',
      'thumbnail3.coupangcdn.com',
      'thumbnail4.coupangcdn.com',
      'thumbnail5.coupangcdn.com',
      'thumbnail6.coupangcdn.com',
      'thumbnail7.coupangcdn.com',
      'thumbnail8.coupangcdn.com',
      'thumbnail9.coupangcdn.com',
      'thumbnail10.coupangcdn.com',
    ],
    paths: [[/^\/thumbnails\/remote\/[^/]+\/(image\/.+)$/, '/$1']],
    host: 'image.coupangcdn.com',
  },
  {
    name: 'Vipshop',
    hosts: ['*.vpimg1.com', '*.vpimg2.com', '*.vpimg3.com', '*.vpimg4.com', '*.vpimg5.com'],
    paths: [[/_\d+x\d+_\d+(\.jpg)(?:!.*)?$/, '$1']],
  },
  { name: 'Suning', hosts: ['*.suning.cn'], paths: [[/(\.(?:jpe?g|png))_\d+w_\d+h[\w.]*$/, '$1']] },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';
const GALLERY_DL = 'https://github.com/mikf/gallery-dl';

export const EASTERN_SHOP_EXAMPLES: readonly Example[] = [
  {
    rule: 'Alibaba',
    url: 'https://img.alicdn.com/imgextra/i1/abc.jpg_300x300q90.jpg_.webp',
    larger: ['https://img.alicdn.com/imgextra/i1/abc.jpg'],
    other: 'https://img.alicdn.com/imgextra/i1/abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'AliExpress',
    url: 'https://ae-pic-a1.aliexpress-media.com/kf/Sabc.jpg_220x220q75.jpg_.avif',
    larger: ['https://ae-pic-a1.aliexpress-media.com/kf/Sabc.jpg'],
    other: 'https://ae-pic-a1.aliexpress-media.com/kf/Sabc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'JD sizes',
    url: 'https://img10.360buyimg.com/n7/jfs/t1/1/2/3/4/abc.jpg',
    larger: [
      'https://img10.360buyimg.com/imgzone/jfs/t1/1/2/3/4/abc.jpg',
      'https://img10.360buyimg.com/n0/jfs/t1/1/2/3/4/abc.jpg',
    ],
    other: 'https://img10.360buyimg.com/imgzone/jfs/t1/1/2/3/4/abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'JD suffixes',
    url: 'https://img14.360buyimg.com/imgzone/jfs/t1/1/2/abc.jpg!q70.webp',
    larger: ['https://img14.360buyimg.com/imgzone/jfs/t1/1/2/abc.jpg'],
    other: 'https://img14.360buyimg.com/imgzone/jfs/t1/1/2/abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Pinduoduo',
    url: 'https://img.pddpic.com/mms-material-img/2024/abc.jpeg?imageView2/2/w/400/q/70/format/webp',
    larger: ['https://img.pddpic.com/mms-material-img/2024/abc.jpeg'],
    other: 'https://img.pddpic.com/mms-material-img/2024/abc.jpeg',
    source: 'https://developer.qiniu.com/dora/1279/basic-processing-images-imageview2',
    date: DATE,
  },
  {
    rule: 'Rakuten',
    url: 'https://thumbnail.image.rakuten.co.jp/@0_mall/shop/cabinet/mug.jpg?_ex=128x128',
    larger: ['https://thumbnail.image.rakuten.co.jp/@0_mall/shop/cabinet/mug.jpg'],
    other: 'https://thumbnail.image.rakuten.co.jp/@0_mall/shop/cabinet/mug.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Rakuten r10s',
    url: 'https://tshop.r10s.jp/shop/cabinet/mug.jpg?fitin=200:200&_ex=200x200',
    larger: ['https://tshop.r10s.jp/shop/cabinet/mug.jpg'],
    other: 'https://tshop.r10s.jp/shop/cabinet/mug.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Mercari',
    url: 'https://static.mercdn.net/thumb/photos/m12345678901_1.jpg',
    larger: ['https://static.mercdn.net/item/detail/orig/photos/m12345678901_1.jpg'],
    other: 'https://static.mercdn.net/item/detail/orig/photos/m12345678901_1.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Yahoo! Japan Auctions',
    url: 'https://auc-pctr.c.yimg.jp/i/auctions.c.yimg.jp/images.auctions.yahoo.co.jp/image/a.jpg?pri=l&w=300&h=300',
    larger: [
      'https://auc-pctr.c.yimg.jp/i/auctions.c.yimg.jp/images.auctions.yahoo.co.jp/image/a.jpg',
    ],
    other:
      'https://auc-pctr.c.yimg.jp/i/auctions.c.yimg.jp/images.auctions.yahoo.co.jp/image/a.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Yahoo! Japan Shopping',
    url: 'https://item-shopping.c.yimg.jp/i/g/shop_mug',
    larger: ['https://item-shopping.c.yimg.jp/i/n/shop_mug'],
    other: 'https://item-shopping.c.yimg.jp/i/n/shop_mug',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'ZOZOTOWN',
    url: 'https://c.imgz.jp/123/45678123/45678123b_1_d_125.jpg',
    larger: ['https://c.imgz.jp/123/45678123/45678123b_1_d_500.jpg'],
    other: 'https://c.imgz.jp/logo.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'BOOTH',
    url: 'https://booth.pximg.net/c/300x300_a2_g5/0f1e2d3c-4b5a/i/123/abc-def_base_resized.jpg',
    larger: [
      'https://booth.pximg.net/0f1e2d3c-4b5a/i/123/abc-def.png',
      'https://booth.pximg.net/0f1e2d3c-4b5a/i/123/abc-def.jpg',
    ],
    other: 'https://booth.pximg.net/0f1e2d3c-4b5a/i/123/abc-def.png',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Suruga-ya',
    url: 'https://www.suruga-ya.jp/database/photo.php?shinaban=1&size=m',
    larger: ['https://www.suruga-ya.jp/database/photo.php?shinaban=1&size=l'],
    other: 'https://www.suruga-ya.jp/database/photo.php?shinaban=1',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Coupang',
    url: 'https://thumbnail7.coupangcdn.com/thumbnails/remote/492x492ex/image/retail/images/a.jpg',
    larger: ['https://image.coupangcdn.com/image/retail/images/a.jpg'],
    other: 'https://thumbnail7.coupangcdn.com/static/a.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Vipshop',
    url: 'https://a.vpimg3.com/upload/merchandise/a_218x274_90.jpg',
    larger: ['https://a.vpimg3.com/upload/merchandise/a.jpg'],
    other: 'https://a.vpimg3.com/upload/merchandise/a.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Suning',
    url: 'https://imgservice.suning.cn/uimg1/a.jpg_400w_400h_4e',
    larger: ['https://imgservice.suning.cn/uimg1/a.jpg'],
    other: 'https://imgservice.suning.cn/uimg1/a.jpg',
    source: MAXURL,
    date: DATE,
  },
];
