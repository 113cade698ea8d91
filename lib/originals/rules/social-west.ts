import type { Example, Rule } from './rule';

/** Social networks, forums and chats. */
export const WESTERN_SOCIAL: readonly Rule[] = [
  { name: 'X media', hosts: ['pbs.twimg.com'], set: { name: 'orig' } },
  {
    name: 'X media, older',
    hosts: ['pbs.twimg.com'],
    paths: [[/^(\/media\/[\w-]+\.\w+):(?:small|medium|large|thumb)$/, '$1:orig']],
  },
  {
    name: 'X portraits',
    hosts: ['pbs.twimg.com'],
    paths: [[/^(\/profile_images\/.*)_(?:normal|bigger|mini|\d+x\d+|x96)(\.\w+)$/, '$1$2']],
  },
  {
    name: 'X banners',
    hosts: ['pbs.twimg.com'],
    paths: [
      [/^(\/profile_banners\/\d+\/\d+)\/(?:\d+x\d+|mobile|web|ipad)(?:_retina)?$/, '$1/1500x500'],
    ],
  },
  {
    name: 'Instagram and Facebook',
    hosts: ['*.cdninstagram.com', '*.fbcdn.net'],
    leavesAlone: true,
  },
  {
    name: 'Bluesky',
    hosts: ['cdn.bsky.app'],
    paths: [
      [
        /^\/img\/(?:feed_thumbnail|feed_fullsize)\/plain\/(did:[^/]+\/\w+)(?:@\w+)?$/,
        '/img/feed_fullsize/plain/$1@png',
      ],
      [/^\/img\/avatar_thumbnail\/(.+)$/, '/img/avatar/$1'],
    ],
  },
  {
    name: 'Mastodon',
    paths: [
      [
        /^((?:\/[\w-]+)?(?:\/system)?(?:\/cache)?\/(?:media_attachments|accounts)\/(?:files|avatars|headers)\/(?:\d{3}\/)+)(?:small|static)\/(\w+\.\w+)$/,
        '$1original/$2',
      ],
    ],
  },
  {
    name: 'Reddit previews',
    hosts: ['preview.redd.it'],
    paths: [[/^\/(?:[\w-]+-v\d-)?(\w+\.\w+)$/, '/$1']],
    drop: 'all',
    host: 'i.redd.it',
    ignoresSignature: true,
  },
  {
    name: 'Tumblr',
    hosts: ['*.media.tumblr.com'],
    paths: [
      [/_(?:75sq|100|250|400|500|540|640)(\.\w+)$/, '_1280$1'],
      [/^(\/[\da-f]+\/[\da-f-]+)\/s(?!2048)\d+x\d+(?:_c1)?\/(\w+\.\w+)$/, '$1/s2048x3072/$2'],
    ],
  },
  {
    name: 'Pinterest',
    hosts: ['i.pinimg.com'],
    paths: [
      [/^\/\d+x(?:\d+)?(?:_RS)?\//, '/originals/'],
      [/^\/(?!736x)\d+x(?:\d+)?(?:_RS)?\//, '/736x/'],
    ],
  },
  { name: 'VK', hosts: ['*.userapi.com', '*.vkuserphoto.ru'], leavesAlone: true },
  {
    name: 'Discord',
    hosts: ['media.discordapp.net', 'images-ext-1.discordapp.net'],
    leavesAlone: true,
  },
  {
    name: 'Discord portraits',
    hosts: ['cdn.discordapp.com'],
    set: { size: '4096' },
  },
  {
    name: 'Gravatar',
    hosts: [
      'www.gravatar.com',
      'secure.gravatar.com',
      '0.gravatar.com',
      '1.gravatar.com',
      '2.gravatar.com',
    ],
    set: { s: '2048', size: '2048' },
  },
  {
    name: 'GitHub portraits',
    hosts: [
      'avatars.githubusercontent.com',
      'avatars0.githubusercontent.com',
      'avatars1.githubusercontent.com',
      'avatars2.githubusercontent.com',
      'avatars3.githubusercontent.com',
    ],
    drop: ['s', 'size'],
  },
  { name: 'Disqus', hosts: ['c.disquscdn.com', 'uploads.disquscdn.com'], drop: ['w', 'h'] },
  {
    name: 'Discourse',
    paths: [
      [
        /^(.*\/uploads\/.*)\/optimized\/(\dX\/(?:\w+\/)*[\da-f]{40})_\d+_\d+x\d+(\.\w+)$/,
        '$1/original/$2$3',
      ],
    ],
  },
  {
    name: 'Stack Exchange',
    hosts: ['i.sstatic.net', 'i.stack.imgur.com'],
    paths: [[/^\/(\w{5,8})[smlt](\.\w+)$/, '/$1$2']],
  },
  { name: 'Patreon', hosts: ['*.patreonusercontent.com'], leavesAlone: true },
  { name: 'LinkedIn', hosts: ['media.licdn.com'], leavesAlone: true },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';
const GALLERY_DL = 'https://github.com/mikf/gallery-dl';

export const WESTERN_SOCIAL_EXAMPLES: readonly Example[] = [
  {
    rule: 'X media',
    url: 'https://pbs.twimg.com/media/AbC123?format=jpg&name=small',
    larger: ['https://pbs.twimg.com/media/AbC123?format=jpg&name=orig'],
    other: 'https://pbs.twimg.com/media/AbC123?format=jpg&name=orig',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'X media, older',
    url: 'https://pbs.twimg.com/media/AbC123.jpg:large',
    larger: ['https://pbs.twimg.com/media/AbC123.jpg:orig'],
    other: 'https://pbs.twimg.com/media/AbC123.jpg:orig',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'X portraits',
    url: 'https://pbs.twimg.com/profile_images/1/me_normal.jpg',
    larger: ['https://pbs.twimg.com/profile_images/1/me.jpg'],
    other: 'https://pbs.twimg.com/profile_images/1/me.jpg',
    source: 'https://docs.x.com/x-api/fundamentals/user-profile-images',
    date: DATE,
  },
  {
    rule: 'X banners',
    url: 'https://pbs.twimg.com/profile_banners/1/2/600x200',
    larger: ['https://pbs.twimg.com/profile_banners/1/2/1500x500'],
    other: 'https://pbs.twimg.com/profile_banners/1/2/1500x500',
    source: 'https://docs.x.com/x-api/fundamentals/user-profile-images',
    date: DATE,
  },
  {
    rule: 'Instagram and Facebook',
    url: 'https://scontent.cdninstagram.com/v/t51/a.jpg?stp=dst-jpg_p320x320&oh=1&oe=2',
    larger: [],
    other: 'https://scontent.xx.fbcdn.net/v/t39/a.jpg?stp=1&oh=1&oe=2',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Bluesky',
    url: 'https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:abc/bafkrei@jpeg',
    larger: ['https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:abc/bafkrei@png'],
    other: 'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:abc/bafkrei@png',
    source: 'https://github.com/bluesky-social/atproto',
    date: DATE,
  },
  {
    rule: 'Mastodon',
    url: 'https://files.mastodon.example/media_attachments/files/112/345/678/901/234/567/small/abc.jpg',
    larger: [
      'https://files.mastodon.example/media_attachments/files/112/345/678/901/234/567/original/abc.jpg',
    ],
    other:
      'https://files.mastodon.example/media_attachments/files/112/345/678/901/234/567/original/abc.jpg',
    source: 'https://docs.joinmastodon.org/entities/MediaAttachment/',
    date: DATE,
  },
  {
    rule: 'Reddit previews',
    url: 'https://preview.redd.it/some-title-v0-abc123.jpg?width=640&crop=smart&auto=webp&s=0123abc',
    larger: ['https://i.redd.it/abc123.jpg'],
    other: 'https://i.redd.it/abc123.jpg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Tumblr',
    url: 'https://64.media.tumblr.com/abc/tumblr_abc_500.jpg',
    larger: ['https://64.media.tumblr.com/abc/tumblr_abc_1280.jpg'],
    other: 'https://64.media.tumblr.com/abc/tumblr_abc_1280.jpg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'Pinterest',
    url: 'https://i.pinimg.com/236x/ab/cd/ef/abcdef.jpg',
    larger: [
      'https://i.pinimg.com/originals/ab/cd/ef/abcdef.jpg',
      'https://i.pinimg.com/736x/ab/cd/ef/abcdef.jpg',
    ],
    other: 'https://i.pinimg.com/originals/ab/cd/ef/abcdef.jpg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'VK',
    url: 'https://sun9-1.userapi.com/impg/abc/def.jpg?size=604x453&quality=96&sign=abc',
    larger: [],
    other: 'https://sun9-1.userapi.com/c1/v1/a.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Discord',
    url: 'https://media.discordapp.net/attachments/1/2/a.png?ex=1&is=2&hm=3&width=400&height=300',
    larger: [],
    other: 'https://media.discordapp.net/attachments/1/2/a.png',
    source: 'https://discord.com/developers/docs/reference',
    date: DATE,
  },
  {
    rule: 'Discord portraits',
    url: 'https://cdn.discordapp.com/avatars/1/abc.webp?size=128',
    larger: ['https://cdn.discordapp.com/avatars/1/abc.webp?size=4096'],
    other: 'https://cdn.discordapp.com/avatars/1/abc.webp',
    source: 'https://discord.com/developers/docs/reference',
    date: DATE,
  },
  {
    rule: 'Gravatar',
    url: 'https://secure.gravatar.com/avatar/0123?s=96&d=mm',
    larger: ['https://secure.gravatar.com/avatar/0123?s=2048&d=mm'],
    other: 'https://secure.gravatar.com/avatar/0123',
    source: 'https://docs.gravatar.com/sdk/images/',
    date: DATE,
  },
  {
    rule: 'GitHub portraits',
    url: 'https://avatars.githubusercontent.com/u/1?s=64&v=4',
    larger: ['https://avatars.githubusercontent.com/u/1?v=4'],
    other: 'https://avatars.githubusercontent.com/u/1?v=4',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Disqus',
    url: 'https://uploads.disquscdn.com/images/abc.jpg?w=600&h=400',
    larger: ['https://uploads.disquscdn.com/images/abc.jpg'],
    other: 'https://uploads.disquscdn.com/images/abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Discourse',
    url: 'https://forum.example/uploads/default/optimized/2X/a/ab/0123456789abcdef0123456789abcdef01234567_2_690x460.jpeg',
    larger: [
      'https://forum.example/uploads/default/original/2X/a/ab/0123456789abcdef0123456789abcdef01234567.jpeg',
    ],
    other:
      'https://forum.example/uploads/default/original/2X/a/ab/0123456789abcdef0123456789abcdef01234567.jpeg',
    source: 'https://meta.discourse.org/',
    date: DATE,
  },
  {
    rule: 'Stack Exchange',
    url: 'https://i.stack.imgur.com/AbCdEm.jpg',
    larger: ['https://i.stack.imgur.com/AbCdE.jpg'],
    other: 'https://i.stack.imgur.com/A-b.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Patreon',
    url: 'https://c10.patreonusercontent.com/4/patreon-media/p/post/1/abc/eyJ3Ijo2MjB9/1.jpg?token-time=1&token-hash=a',
    larger: [],
    other: 'https://c10.patreonusercontent.com/3/a/b.jpg',
    source: GALLERY_DL,
    date: DATE,
  },
  {
    rule: 'LinkedIn',
    url: 'https://media.licdn.com/dms/image/v2/abc/profile-displayphoto-shrink_200_200/0/1?e=1&v=beta&t=a',
    larger: [],
    other: 'https://media.licdn.com/dms/image/a/b',
    source: MAXURL,
    date: DATE,
  },
];
