/** How a host encodes the size of an image in its address. */
export interface CdnRule {
  name: string;
  /** A real address; the tests turn it into `larger`. */
  example: string;
  larger: string;
  /** Changes the address in place; false if the rule does not apply. */
  apply(url: URL): boolean;
}

type Host = RegExp;
type Swap = readonly [RegExp, string];

/** A rule that rewrites the path of certain hosts. */
function path(
  name: string,
  host: Host,
  [what, by]: Swap,
  example: string,
  larger: string,
): CdnRule {
  return {
    name,
    example,
    larger,
    apply: (url) => {
      if (!host.test(url.hostname)) return false;
      const before = url.pathname;
      url.pathname = before.replace(what, by);
      return url.pathname !== before;
    },
  };
}

/** A rule that removes or sets parameters of certain hosts. */
function query(
  name: string,
  host: Host,
  parameters: Record<string, string | undefined>,
  example: string,
  larger: string,
): CdnRule {
  return {
    name,
    example,
    larger,
    apply: (url) => {
      if (!host.test(url.hostname)) return false;
      const before = url.search;
      for (const [key, value] of Object.entries(parameters)) {
        if (!url.searchParams.has(key)) continue;
        if (value === undefined) url.searchParams.delete(key);
        else url.searchParams.set(key, value);
      }
      return url.search !== before;
    },
  };
}

const SIZES = {
  w: undefined,
  h: undefined,
  width: undefined,
  height: undefined,
  fit: undefined,
  crop: undefined,
  dpr: undefined,
  q: undefined,
  auto: undefined,
};

/**
 * A small list on purpose. Each rule matches one host or one unmistakable form, and only removes or
 * raises a size. A wrong guess costs one request: the response is decoded and compared before use.
 */
export const CDN_RULES: readonly CdnRule[] = [
  path(
    'WordPress thumbnails',
    /./,
    [/(\/wp-content\/uploads\/.*)-\d{2,4}x\d{2,4}(\.\w{3,4})$/, '$1$2'],
    'https://blog.example/wp-content/uploads/2024/05/cat-300x200.jpg',
    'https://blog.example/wp-content/uploads/2024/05/cat.jpg',
  ),
  query(
    'WordPress Photon',
    /^i\d\.wp\.com$|\.files\.wordpress\.com$/,
    { ...SIZES, resize: undefined, quality: undefined, strip: undefined, ssl: '1' },
    'https://i0.wp.com/blog.example/cat.jpg?resize=300%2C200&ssl=1',
    'https://i0.wp.com/blog.example/cat.jpg?ssl=1',
  ),
  query(
    'X / Twitter',
    /^pbs\.twimg\.com$/,
    { name: 'orig' },
    'https://pbs.twimg.com/media/AbC123?format=jpg&name=small',
    'https://pbs.twimg.com/media/AbC123?format=jpg&name=orig',
  ),
  path(
    'X / Twitter portraits',
    /^pbs\.twimg\.com$/,
    [/^(\/profile_images\/.*)_(?:normal|bigger|mini|\d+x\d+)(\.\w+)$/, '$1$2'],
    'https://pbs.twimg.com/profile_images/1/me_normal.jpg',
    'https://pbs.twimg.com/profile_images/1/me.jpg',
  ),
  path(
    'Wikimedia thumbnails',
    /^upload\.wikimedia\.org$/,
    [/^(\/.*)\/thumb\/(.*\.(?:jpe?g|png|gif|webp))\/[^/]+$/i, '$1/$2'],
    'https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Cat.jpg/320px-Cat.jpg',
    'https://upload.wikimedia.org/wikipedia/commons/a/ab/Cat.jpg',
  ),
  path(
    'Google user content',
    /^lh\d\.googleusercontent\.com$|^yt\d\.ggpht\.com$/,
    [/=[swh]\d+(?:-[\w]+)*$/, '=s0'],
    'https://lh3.googleusercontent.com/a/AbC=w400-h300-no',
    'https://lh3.googleusercontent.com/a/AbC=s0',
  ),
  path(
    'Blogger',
    /^\d+\.bp\.blogspot\.com$|^blogger\.googleusercontent\.com$/,
    [/\/(?:s\d+|w\d+-h\d+)(?:-[\w-]+)?\/([^/]+)$/, '/s0/$1'],
    'https://1.bp.blogspot.com/-a/b/c/d/s320/cat.jpg',
    'https://1.bp.blogspot.com/-a/b/c/d/s0/cat.jpg',
  ),
  {
    name: 'YouTube thumbnails',
    example: 'https://i.ytimg.com/vi/AbC_123-xyz/hqdefault.jpg?sqp=-oaymw&rs=AOn4CL',
    larger: 'https://i.ytimg.com/vi/AbC_123-xyz/maxresdefault.jpg',
    // `sqp` and `rs` describe a smaller crop; without them the files are public.
    apply: (url) => {
      const match = /^(\/vi(?:_webp)?\/[\w-]+\/)(?:[mhs]q|sd)?default(\.\w+)$/.exec(url.pathname);
      if (!/^(?:i|img)\d?\.(?:ytimg|youtube)\.com$/.test(url.hostname) || !match) return false;
      url.pathname = `${match[1]}maxresdefault${match[2]}`;
      url.search = '';
      return true;
    },
  },
  path(
    'Shopify',
    /^cdn\.shopify\.com$/,
    [
      /_(?:\d+x\d*|x\d+|pico|icon|thumb|small|compact|medium|large|grande)(?:_crop_\w+)?(?:@\dx)?(\.\w{3,4})$/,
      '$1',
    ],
    'https://cdn.shopify.com/s/files/1/2/products/mug_300x300.jpg?v=15',
    'https://cdn.shopify.com/s/files/1/2/products/mug.jpg?v=15',
  ),
  query(
    'Shopify parameters',
    /^cdn\.shopify\.com$/,
    { width: undefined, height: undefined, crop: undefined },
    'https://cdn.shopify.com/s/files/1/2/files/mug.jpg?v=15&width=360',
    'https://cdn.shopify.com/s/files/1/2/files/mug.jpg?v=15',
  ),
  query(
    'imgix',
    /\.imgix\.net$/,
    SIZES,
    'https://shop.imgix.net/mug.jpg?w=300&h=200&fit=crop',
    'https://shop.imgix.net/mug.jpg',
  ),
  query(
    'Unsplash',
    /^(?:images|plus)\.unsplash\.com$/,
    SIZES,
    'https://images.unsplash.com/photo-1?ixid=A&w=400&q=60&fit=crop&auto=format',
    'https://images.unsplash.com/photo-1?ixid=A',
  ),
  query(
    'Pexels',
    /^images\.pexels\.com$/,
    { ...SIZES, cs: undefined },
    'https://images.pexels.com/photos/1/pexels-photo-1.jpeg?auto=compress&w=500',
    'https://images.pexels.com/photos/1/pexels-photo-1.jpeg',
  ),
  path(
    'Cloudinary',
    /^res\.cloudinary\.com$/,
    [/^(\/[^/]+\/image\/upload\/)(?:(?:[a-z]{1,3}_[^/,]+)(?:,[a-z]{1,3}_[^/,]+)*\/)+/, '$1'],
    'https://res.cloudinary.com/demo/image/upload/c_fill,w_300,h_200/v1/cat.jpg',
    'https://res.cloudinary.com/demo/image/upload/v1/cat.jpg',
  ),
  path(
    'Medium',
    /^miro\.medium\.com$/,
    [/^\/(?:v2\/)?(?:max\/\d+|fit\/c\/\d+\/\d+|resize:[^/]+(?:\/format:\w+)?)\//, '/'],
    'https://miro.medium.com/v2/resize:fit:700/1*AbC.jpeg',
    'https://miro.medium.com/1*AbC.jpeg',
  ),
  path(
    'Pinterest',
    /^i\.pinimg\.com$/,
    [/^\/(?:\d+x(?:\d+)?(?:_RS)?)\//, '/originals/'],
    'https://i.pinimg.com/236x/ab/cd/ef/abcdef.jpg',
    'https://i.pinimg.com/originals/ab/cd/ef/abcdef.jpg',
  ),
  {
    name: 'Reddit previews',
    example: 'https://preview.redd.it/abc123.jpg',
    larger: 'https://i.redd.it/abc123.jpg',
    // Signed previews are never changed; the name of an unsigned one is the name of the file.
    apply: (url) => {
      if (url.hostname !== 'preview.redd.it' || !/^\/\w+\.\w+$/.test(url.pathname)) return false;
      url.hostname = 'i.redd.it';
      url.search = '';
      return true;
    },
  },
  query(
    'Squarespace',
    /^images\.squarespace-cdn\.com$|^static\d\.squarespace\.com$/,
    { format: 'original' },
    'https://images.squarespace-cdn.com/content/v1/a/cat.jpg?format=300w',
    'https://images.squarespace-cdn.com/content/v1/a/cat.jpg?format=original',
  ),
  path(
    'Tumblr',
    /^\d+\.media\.tumblr\.com$/,
    [/_(?:75sq|100|250|400|500|540)(\.\w+)$/, '_1280$1'],
    'https://64.media.tumblr.com/abc/tumblr_abc_500.jpg',
    'https://64.media.tumblr.com/abc/tumblr_abc_1280.jpg',
  ),
  path(
    'Flickr',
    /\.staticflickr\.com$/,
    // Sizes above _b have another secret, which cannot be guessed.
    [/(\/\d+_[\da-f]+)(?:_[sqtmnwzc])?(\.jpg)$/, '$1_b$2'],
    'https://live.staticflickr.com/65535/123_abcdef_m.jpg',
    'https://live.staticflickr.com/65535/123_abcdef_b.jpg',
  ),
  path(
    'WeChat',
    /^mmbiz\.qpic\.cn$/,
    [/\/(?:\d{2,4})$/, '/0'],
    'https://mmbiz.qpic.cn/mmbiz_jpg/AbC/640?wx_fmt=jpeg',
    'https://mmbiz.qpic.cn/mmbiz_jpg/AbC/0?wx_fmt=jpeg',
  ),
  path(
    'Weibo',
    /^(?:w|t|x)\w+\.sinaimg\.cn$/,
    [/^\/(?:thumb\d+|orj\d+|mw\d+|bmiddle|small|square|wap\d+|sq\d+)\//, '/large/'],
    'https://wx1.sinaimg.cn/orj360/abc.jpg',
    'https://wx1.sinaimg.cn/large/abc.jpg',
  ),
  path(
    'Zhihu',
    /^p(?:ic|ica|icx)?\w*\.zhimg\.com$/,
    [/_(?:b|r|s|m|l|xs|hd|qhd|xl|xll|\d+w)(\.\w+)$/, '$1'],
    'https://pic1.zhimg.com/v2-abc_b.jpg',
    'https://pic1.zhimg.com/v2-abc.jpg',
  ),
  path(
    'Bilibili',
    /^i\d\.hdslb\.com$/,
    [/@[\w!.-]+$/, ''],
    'https://i0.hdslb.com/bfs/archive/abc.jpg@320w_200h_1c.webp',
    'https://i0.hdslb.com/bfs/archive/abc.jpg',
  ),
  path(
    'Alibaba',
    /\.alicdn\.com$/,
    [/(\.(?:jpe?g|png|webp))_(?:\d+x\d+|q\d+|sum)[\w.]*$/i, '$1'],
    'https://img.alicdn.com/imgextra/i1/abc.jpg_300x300q90.jpg',
    'https://img.alicdn.com/imgextra/i1/abc.jpg',
  ),
  path(
    'Douban',
    /^img\d\.doubanio\.com$/,
    [
      /^(\/view\/\w+)\/(?:s|m|l|small|thumb|photo|medium|large|sqxs|s_ratio_poster|m_ratio_poster)\/public\/(p\d+\.\w+)$/,
      '$1/raw/public/$2',
    ],
    'https://img1.doubanio.com/view/photo/s_ratio_poster/public/p123.jpg',
    'https://img1.doubanio.com/view/photo/raw/public/p123.jpg',
  ),
  query(
    'GitHub portraits',
    /^avatars\d*\.githubusercontent\.com$/,
    { s: undefined, size: undefined },
    'https://avatars.githubusercontent.com/u/1?s=64&v=4',
    'https://avatars.githubusercontent.com/u/1?v=4',
  ),
];
