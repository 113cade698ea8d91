import type { Example, Rule } from './rule';

/** Video, music and films. */
export const MEDIA: readonly Rule[] = [
  {
    name: 'YouTube',
    hosts: [
      'i.ytimg.com',
      'i1.ytimg.com',
      'i2.ytimg.com',
      'i3.ytimg.com',
      'i4.ytimg.com',
      'i9.ytimg.com',
      'img.youtube.com',
    ],
    paths: [
      [
        /^(\/vi(?:_webp)?\/[\w-]+\/)(?:(?:[mhs]q|sd|hq720)?(?:default|720)|[0-3])(\.\w+)$/,
        '$1maxresdefault$2',
      ],
    ],
    drop: 'all',
    ignoresSignature: true,
  },
  {
    name: 'Vimeo',
    hosts: ['i.vimeocdn.com'],
    paths: [[/^(\/(?:video|portrait)\/[\w-]+?)-?(?:_|-d_)\d+(?:x\d+)?(?:\.\w+)?$/, '$1']],
    drop: 'all',
  },
  {
    name: 'Dailymotion',
    hosts: ['s1.dmcdn.net', 's2.dmcdn.net'],
    paths: [[/^(\/v\/\w+)\/x\d+$/, '$1/x1080']],
  },
  {
    name: 'Twitch previews',
    hosts: ['static-cdn.jtvnw.net'],
    paths: [
      [
        /^(\/(?:previews-ttv|ttv-boxart|cf_vods)\/.+)-(?!1920x1080)\d+x\d+(\.jpg)$/,
        '$1-1920x1080$2',
      ],
    ],
  },
  {
    name: 'Twitch portraits',
    hosts: ['static-cdn.jtvnw.net'],
    paths: [
      [/^(\/jtv_user_pictures\/.+-profile_image)-(?!600x600)\d+x\d+(\.\w+)$/, '$1-600x600$2'],
    ],
  },
  {
    name: 'Spotify',
    hosts: ['i.scdn.co'],
    paths: [
      [/^\/image\/ab67616d0000(?:4851|1e02)(\w+)$/, '/image/ab67616d000082c1$1'],
      [/^\/image\/ab67616d0000(?:4851|1e02)(\w+)$/, '/image/ab67616d0000b273$1'],
    ],
  },
  {
    name: 'Apple Music',
    hosts: [
      'is1-ssl.mzstatic.com',
      'is2-ssl.mzstatic.com',
      'is3-ssl.mzstatic.com',
      'is4-ssl.mzstatic.com',
      'is5-ssl.mzstatic.com',
    ],
    paths: [[/^(\/image\/thumb\/.+\/)(?!9999x)\d+x\d+[\w-]*(\.\w+)$/, '$19999x9999$2']],
  },
  {
    name: 'SoundCloud',
    hosts: ['i1.sndcdn.com'],
    paths: [
      [
        /^(\/(?:artworks|avatars)-.+)-(?:t\d+x\d+|large|badge|small|tiny|mini|crop)(\.\w+)$/,
        '$1-original$2',
      ],
      [
        /^(\/(?:artworks|avatars)-.+)-(?!t500x500)(?:t\d+x\d+|large|badge|small|tiny|mini|crop)(\.\w+)$/,
        '$1-t500x500$2',
      ],
    ],
  },
  {
    name: 'Bandcamp',
    hosts: ['f4.bcbits.com'],
    paths: [[/^(\/img\/\w+)_(?!0\.)\d+(\.\w+)$/, '$1_0$2']],
  },
  {
    name: 'Deezer',
    hosts: ['e-cdns-images.dzcdn.net', 'cdn-images.dzcdn.net', 'api.deezer.com'],
    paths: [
      [
        /^(\/images\/\w+\/\w+)\/(?!1900x1900)\d+x\d+-[\w-]+(\.\w+)$/,
        '$1/1900x1900-000000-80-0-0$2',
      ],
    ],
  },
  {
    name: 'Last.fm',
    hosts: ['lastfm.freetls.fastly.net'],
    paths: [[/^\/i\/u\/(?:\d+s|avatar\d+s|\d+x\d+|ar0)\//, '/i/u/']],
  },
  { name: 'Discogs', hosts: ['i.discogs.com', 'img.discogs.com'], leavesAlone: true },
  {
    name: 'IMDb',
    hosts: ['m.media-amazon.com'],
    paths: [[/^(\/images\/M\/[^/]+?)\._V1_[^/]*(\.\w+)$/, '$1._V1_$2']],
  },
  {
    name: 'TMDB',
    hosts: ['image.tmdb.org', 'media.themoviedb.org', 'www.themoviedb.org'],
    paths: [[/^\/t\/p\/(?!original\/)[^/]+\//, '/t/p/original/']],
  },
  {
    name: 'TheTVDB',
    hosts: ['artworks.thetvdb.com'],
    paths: [[/^(\/banners\/.+)_t(\.\w+)$/, '$1$2']],
  },
  { name: 'Letterboxd', hosts: ['a.ltrbxd.com'], leavesAlone: true },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';

export const MEDIA_EXAMPLES: readonly Example[] = [
  {
    rule: 'YouTube',
    url: 'https://i.ytimg.com/vi/AbC_123-xyz/hqdefault.jpg?sqp=-oaymw&rs=AOn4CL',
    larger: ['https://i.ytimg.com/vi/AbC_123-xyz/maxresdefault.jpg'],
    other: 'https://i.ytimg.com/vi/AbC_123-xyz/maxresdefault.jpg',
    source: 'https://developers.google.com/youtube/v3/docs/thumbnails',
    date: DATE,
  },
  {
    rule: 'Vimeo',
    url: 'https://i.vimeocdn.com/video/123-abc-d_640x360?region=us',
    larger: ['https://i.vimeocdn.com/video/123-abc'],
    other: 'https://i.vimeocdn.com/video/123-abc',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Dailymotion',
    url: 'https://s1.dmcdn.net/v/AbC/x240',
    larger: ['https://s1.dmcdn.net/v/AbC/x1080'],
    other: 'https://s1.dmcdn.net/v/AbC/x1080',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Twitch previews',
    url: 'https://static-cdn.jtvnw.net/previews-ttv/live_user_a-440x248.jpg',
    larger: ['https://static-cdn.jtvnw.net/previews-ttv/live_user_a-1920x1080.jpg'],
    other: 'https://static-cdn.jtvnw.net/previews-ttv/live_user_a-1920x1080.jpg',
    source: 'https://dev.twitch.tv/docs/api/reference/',
    date: DATE,
  },
  {
    rule: 'Twitch portraits',
    url: 'https://static-cdn.jtvnw.net/jtv_user_pictures/0f1e-profile_image-70x70.png',
    larger: ['https://static-cdn.jtvnw.net/jtv_user_pictures/0f1e-profile_image-600x600.png'],
    other: 'https://static-cdn.jtvnw.net/jtv_user_pictures/0f1e-profile_image-600x600.png',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Spotify',
    url: 'https://i.scdn.co/image/ab67616d00001e02abcdef0123456789',
    larger: [
      'https://i.scdn.co/image/ab67616d000082c1abcdef0123456789',
      'https://i.scdn.co/image/ab67616d0000b273abcdef0123456789',
    ],
    other: 'https://i.scdn.co/image/ab67616d000082c1abcdef0123456789',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Apple Music',
    url: 'https://is1-ssl.mzstatic.com/image/thumb/Music/v4/a/b/c.jpg/300x300bb.webp',
    larger: ['https://is1-ssl.mzstatic.com/image/thumb/Music/v4/a/b/c.jpg/9999x9999.webp'],
    other: 'https://is1-ssl.mzstatic.com/image/thumb/Music/v4/a/b/c.jpg/9999x9999.webp',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'SoundCloud',
    url: 'https://i1.sndcdn.com/artworks-abc-t200x200.jpg',
    larger: [
      'https://i1.sndcdn.com/artworks-abc-original.jpg',
      'https://i1.sndcdn.com/artworks-abc-t500x500.jpg',
    ],
    other: 'https://i1.sndcdn.com/artworks-abc-original.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Bandcamp',
    url: 'https://f4.bcbits.com/img/a123_16.jpg',
    larger: ['https://f4.bcbits.com/img/a123_0.jpg'],
    other: 'https://f4.bcbits.com/img/a123_0.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Deezer',
    url: 'https://e-cdns-images.dzcdn.net/images/cover/abc/250x250-000000-80-0-0.jpg',
    larger: ['https://e-cdns-images.dzcdn.net/images/cover/abc/1900x1900-000000-80-0-0.jpg'],
    other: 'https://e-cdns-images.dzcdn.net/images/cover/abc/1900x1900-000000-80-0-0.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Last.fm',
    url: 'https://lastfm.freetls.fastly.net/i/u/300x300/abc.jpg',
    larger: ['https://lastfm.freetls.fastly.net/i/u/abc.jpg'],
    other: 'https://lastfm.freetls.fastly.net/i/u/abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Discogs',
    url: 'https://i.discogs.com/abc/rs:fit/g:sm/q:90/h:300/w:300/a.jpeg',
    larger: [],
    other: 'https://i.discogs.com/abc/a.jpeg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'IMDb',
    url: 'https://m.media-amazon.com/images/M/MV5BAbC@._V1_UX182_CR0,0,182,268_AL_.jpg',
    larger: ['https://m.media-amazon.com/images/M/MV5BAbC@.jpg'],
    other: 'https://m.media-amazon.com/images/M/MV5BAbC@.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'TMDB',
    url: 'https://image.tmdb.org/t/p/w500/abc.jpg',
    larger: ['https://image.tmdb.org/t/p/original/abc.jpg'],
    other: 'https://image.tmdb.org/t/p/original/abc.jpg',
    source: 'https://developer.themoviedb.org/docs/image-basics',
    date: DATE,
  },
  {
    rule: 'TheTVDB',
    url: 'https://artworks.thetvdb.com/banners/posters/1-1_t.jpg',
    larger: ['https://artworks.thetvdb.com/banners/posters/1-1.jpg'],
    other: 'https://artworks.thetvdb.com/banners/posters/1-1.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Letterboxd',
    url: 'https://a.ltrbxd.com/resized/film-poster/1/1-cat-0-230-0-345-crop.jpg',
    larger: [],
    other: 'https://a.ltrbxd.com/sm/a.jpg',
    source: MAXURL,
    date: DATE,
  },
];
