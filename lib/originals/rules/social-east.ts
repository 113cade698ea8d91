import type { Example, Rule } from './rule';

/** Social networks, forums and portals of East Asia. */
export const EASTERN_SOCIAL: readonly Rule[] = [
  {
    name: 'Weibo',
    hosts: ['*.sinaimg.cn'],
    paths: [
      [
        /^\/(?:thumb\d+|orj\d+|mw\d+|bmiddle|small|square|thumbnail|wap\d+|sq\d+|crop[^/]*)\//,
        '/large/',
      ],
    ],
    referer: 'https://weibo.com/',
  },
  {
    name: 'Zhihu',
    hosts: [
      'pic1.zhimg.com',
      'pic2.zhimg.com',
      'pic3.zhimg.com',
      'pic4.zhimg.com',
      'picx.zhimg.com',
      'pica.zhimg.com',
      'pic.zhimg.com',
    ],
    paths: [
      [
        /^\/(?:\d+\/)?(v2-\w+?)(?:_(?:b|r|s|m|l|xs|hd|qhd|xl|xll|720w|1440w|\d+w|bh|im|is|fhd|xld|x{0,2}lrg))?(\.\w+)$/,
        '/$1$2',
      ],
    ],
    drop: ['source', 'consumer'],
  },
  { name: 'Bilibili', hosts: ['*.hdslb.com'], paths: [[/@[\w!.-]+$/, '']] },
  {
    name: 'Bilibili, older',
    hosts: ['*.hdslb.com'],
    paths: [[/^\/(?:320_200|\d+_\d+)\/(.+)$/, '/$1']],
  },
  {
    name: 'WeChat',
    hosts: ['mmbiz.qpic.cn', 'mmecoa.qpic.cn'],
    paths: [[/\/\d{2,4}$/, '/0']],
    drop: ['wxfrom', 'wx_lazy', 'wx_co', 'tp'],
  },
  {
    name: 'Douban',
    hosts: ['img1.doubanio.com', 'img2.doubanio.com', 'img3.doubanio.com', 'img9.doubanio.com'],
    paths: [
      [
        /^(\/view\/\w+)\/(?:s|m|l|small|thumb|photo|medium|large|sqxs|s_ratio_poster|m_ratio_poster)\/public\/(p\d+\.\w+)$/,
        '$1/raw/public/$2',
      ],
    ],
    referer: 'https://www.douban.com/',
  },
  {
    name: 'Xiaohongshu',
    hosts: [
      'ci.xiaohongshu.com',
      'sns-img-qc.xhscdn.com',
      'sns-img-bd.xhscdn.com',
      'sns-img-hw.xhscdn.com',
      'sns-img-al.xhscdn.com',
    ],
    drop: 'all',
  },
  {
    name: 'Xiaohongshu previews',
    hosts: ['sns-webpic-qc.xhscdn.com', 'sns-webpic-bd.xhscdn.com'],
    paths: [[/^\/\d{12}\/[\da-f]{32}\/((?:spectrum\/)?[\w]+)!\w+$/, '/$1']],
    host: 'ci.xiaohongshu.com',
  },
  {
    name: 'Tieba',
    hosts: ['tiebapic.baidu.com', 'imgsa.baidu.com', 'imgsrc.baidu.com'],
    paths: [
      [
        /^\/forum\/(?:w%3D|w=|abpic|s%3D|pic\/abpic)[^/]*\/(?:sign=\w+\/)?(\w+\.\w+)$/,
        '/forum/pic/item/$1',
      ],
    ],
  },
  {
    name: 'Qiniu and Tencent Cloud',
    paths: [
      [
        /(\.(?:jpe?g|png|webp|gif))(?:!|-)(?:thumb|small|medium|large|w\d+|\d+x\d+|thumbnail)\w*$/i,
        '$1',
      ],
    ],
  },
  {
    name: 'LINE',
    hosts: ['obs.line-scdn.net', 'scdn.line-apps.com'],
    paths: [[/^(\/[\w-]{20,})\/(?:w|f|m|L|t|s)\d+[\w]*$/, '$1']],
  },
  {
    name: 'LINE stickers',
    hosts: ['stickershop.line-scdn.net'],
    paths: [
      [/^(\/stickershop\/v1\/sticker\/\d+\/\w+)\/sticker(?:_key)?\.png$/, '$1/sticker@2x.png'],
    ],
  },
  { name: 'Naver', hosts: ['*.pstatic.net'], drop: ['type'] },
  {
    name: 'Daum',
    hosts: ['img1.daumcdn.net', 't1.daumcdn.net'],
    paths: [[/^\/(?:thumb|cfile)\/[CRTP]\d+x\d+[^/]*\/(?!https?:)(.+)$/, '/$1']],
  },
  {
    name: 'Tistory',
    hosts: ['blog.kakaocdn.net'],
    paths: [
      [/^(\/dn\/.+\/)tfile(?:\.\w+)?$/, '$1img.png'],
      [/^(\/dn\/.+\/)(?:thumb|small)(\.\w+)$/, '$1img$2'],
    ],
  },
  {
    name: 'Hatena',
    hosts: ['cdn-ak.f.st-hatena.com'],
    paths: [[/^(\/images\/fotolife\/.+\/\d+)_(?:120|m)(\.\w+)$/, '$1$2']],
  },
  { name: 'Ameba', hosts: ['stat.ameba.jp'], drop: ['caw', 'cah', 'cpd', 'cat'] },
  {
    name: 'note',
    hosts: ['assets.st-note.com', 'd2l930y2yx77uc.cloudfront.net'],
    drop: ['width', 'height', 'dpr', 'quality', 'fit', 'type', 'format'],
  },
  { name: 'Jianshu', hosts: ['upload-images.jianshu.io'], drop: 'all' },
  { name: 'CSDN', hosts: ['img-blog.csdnimg.cn', 'i-blog.csdnimg.cn'], drop: 'all' },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';
const GALLERY_DL = 'https://github.com/mikf/gallery-dl';

export const EASTERN_SOCIAL_EXAMPLES: readonly Example[] = [
  {
    rule: 'Weibo',
    url: 'https://wx1.sinaimg.cn/orj360/abc.jpg',
    larger: ['https://wx1.sinaimg.cn/large/abc.jpg'],
    other: 'https://wx1.sinaimg.cn/large/abc.jpg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Zhihu',
    url: 'https://pic1.zhimg.com/80/v2-abc123_720w.jpg?source=1940ef5c',
    larger: ['https://pic1.zhimg.com/v2-abc123.jpg'],
    other: 'https://pic1.zhimg.com/v2-abc123.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Bilibili',
    url: 'https://i0.hdslb.com/bfs/archive/abc.jpg@320w_200h_1c.webp',
    larger: ['https://i0.hdslb.com/bfs/archive/abc.jpg'],
    other: 'https://i0.hdslb.com/bfs/archive/abc.jpg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Bilibili, older',
    url: 'https://i0.hdslb.com/320_200/bfs/archive/abc.jpg',
    larger: ['https://i0.hdslb.com/bfs/archive/abc.jpg'],
    other: 'https://i0.hdslb.com/bfs/archive/abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'WeChat',
    url: 'https://mmbiz.qpic.cn/mmbiz_jpg/AbC/640?wx_fmt=jpeg&tp=webp&wxfrom=5',
    larger: ['https://mmbiz.qpic.cn/mmbiz_jpg/AbC/0?wx_fmt=jpeg'],
    other: 'https://mmbiz.qpic.cn/mmbiz_jpg/AbC/0?wx_fmt=jpeg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Douban',
    url: 'https://img1.doubanio.com/view/photo/s_ratio_poster/public/p123.jpg',
    larger: ['https://img1.doubanio.com/view/photo/raw/public/p123.jpg'],
    other: 'https://img1.doubanio.com/view/photo/raw/public/p123.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Xiaohongshu',
    url: 'https://ci.xiaohongshu.com/1040g008abc?imageView2/2/w/540/format/webp',
    larger: ['https://ci.xiaohongshu.com/1040g008abc'],
    other: 'https://ci.xiaohongshu.com/1040g008abc',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Xiaohongshu previews',
    url: 'https://sns-webpic-qc.xhscdn.com/202411290101/0123456789abcdef0123456789abcdef/1040g008abc!nd_dft_wlteh_webp_3',
    larger: ['https://ci.xiaohongshu.com/1040g008abc'],
    other: 'https://sns-webpic-qc.xhscdn.com/1040g008abc',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Tieba',
    url: 'https://tiebapic.baidu.com/forum/w=580/sign=abc123/def456.jpg',
    larger: ['https://tiebapic.baidu.com/forum/pic/item/def456.jpg'],
    other: 'https://tiebapic.baidu.com/forum/pic/item/def456.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Qiniu and Tencent Cloud',
    url: 'https://cdn.site.example/photo/abc.jpg!w640',
    larger: ['https://cdn.site.example/photo/abc.jpg'],
    other: 'https://cdn.site.example/photo/abc.jpg',
    source: 'https://developer.qiniu.com/dora/api/image-style',
    date: DATE,
  },
  {
    rule: 'LINE',
    url: 'https://obs.line-scdn.net/0hAbCdEfGhIjKlMnOpQrStUvWxYz/f375x375',
    larger: ['https://obs.line-scdn.net/0hAbCdEfGhIjKlMnOpQrStUvWxYz'],
    other: 'https://obs.line-scdn.net/0hAbCdEfGhIjKlMnOpQrStUvWxYz',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'LINE stickers',
    url: 'https://stickershop.line-scdn.net/stickershop/v1/sticker/123/iPhone/sticker.png',
    larger: ['https://stickershop.line-scdn.net/stickershop/v1/sticker/123/iPhone/sticker@2x.png'],
    other: 'https://stickershop.line-scdn.net/stickershop/v1/sticker/123/iPhone/sticker@2x.png',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Naver',
    url: 'https://postfiles.pstatic.net/MjAy/abc.JPEG?type=w580',
    larger: ['https://postfiles.pstatic.net/MjAy/abc.JPEG'],
    other: 'https://postfiles.pstatic.net/MjAy/abc.JPEG',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Daum',
    url: 'https://t1.daumcdn.net/thumb/C200x200/cafeattach/abc.jpg',
    larger: ['https://t1.daumcdn.net/cafeattach/abc.jpg'],
    other: 'https://t1.daumcdn.net/cafeattach/abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Tistory',
    url: 'https://blog.kakaocdn.net/dn/abc/btq/def/tfile.jpg',
    larger: ['https://blog.kakaocdn.net/dn/abc/btq/def/img.png'],
    other: 'https://blog.kakaocdn.net/dn/abc/btq/def/img.png',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Hatena',
    url: 'https://cdn-ak.f.st-hatena.com/images/fotolife/u/user/20240501/20240501120000_120.jpg',
    larger: ['https://cdn-ak.f.st-hatena.com/images/fotolife/u/user/20240501/20240501120000.jpg'],
    other: 'https://cdn-ak.f.st-hatena.com/images/fotolife/u/user/20240501/20240501120000.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Ameba',
    url: 'https://stat.ameba.jp/user_images/20240501/12/user/ab/cd/j/o0800060012345.jpg?caw=400',
    larger: ['https://stat.ameba.jp/user_images/20240501/12/user/ab/cd/j/o0800060012345.jpg'],
    other: 'https://stat.ameba.jp/user_images/20240501/12/user/ab/cd/j/o0800060012345.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'note',
    url: 'https://assets.st-note.com/img/abc.jpg?width=800',
    larger: ['https://assets.st-note.com/img/abc.jpg'],
    other: 'https://assets.st-note.com/img/abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Jianshu',
    url: 'https://upload-images.jianshu.io/upload_images/1-abc.jpg?imageMogr2/auto-orient/strip|imageView2/2/w/640',
    larger: ['https://upload-images.jianshu.io/upload_images/1-abc.jpg'],
    other: 'https://upload-images.jianshu.io/upload_images/1-abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'CSDN',
    url: 'https://img-blog.csdnimg.cn/abc.png?x-oss-process=image/resize,w_640',
    larger: ['https://img-blog.csdnimg.cn/abc.png'],
    other: 'https://img-blog.csdnimg.cn/abc.png',
    source: 'https://help.aliyun.com/zh/oss/user-guide/resize-images-4',
    date: DATE,
  },
];
