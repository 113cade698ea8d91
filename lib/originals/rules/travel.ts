import type { Example, Rule } from './rule';

/** Travel, homes, food and maps. */
export const TRAVEL: readonly Rule[] = [
  {
    name: 'Airbnb',
    hosts: ['a0.muscache.com'],
    drop: ['im_w', 'im_h', 'im_q', 'im_format', 'aki_policy'],
  },
  {
    name: 'Booking',
    hosts: ['cf.bstatic.com', 'q-xx.bstatic.com', 'r-xx.bstatic.com', 't-cf.bstatic.com'],
    paths: [
      [
        /^(\/xdata\/images\/\w+)\/(?!max3000)(?:max\d+(?:x\d+)?|square\d+|\d+x\d+)\//,
        '$1/max3000/',
      ],
    ],
  },
  {
    name: 'Zillow',
    hosts: ['photos.zillowstatic.com'],
    paths: [
      [
        /^(\/fp\/[\da-f]+)-(?!uncropped_scaled_within_1536)[\w]+?(?:_\d+)?\.(?:jpg|webp)$/,
        '$1-uncropped_scaled_within_1536_1152.jpg',
      ],
    ],
  },
  {
    name: 'Redfin',
    hosts: ['ssl.cdn-redfin.com'],
    paths: [
      [
        /^(\/photo\/\d+)\/(?:mbpaddedwide|islphoto|mbphoto(?:v2)?)\/(\d+)\/gen[A-Za-z]+\.([\w_]+\.\w+)$/,
        '$1/bigphoto/$2/$3',
      ],
    ],
  },
  {
    name: 'Realtor',
    hosts: ['ap.rdcpix.com'],
    paths: [[/^(\/\w+-?\w*?)[smtlx](\.(?:jpg|webp))$/, '$1od$2']],
  },
  {
    name: 'Rightmove',
    hosts: ['media.rightmove.co.uk'],
    paths: [
      [/^\/dir\/crop\/[^/]+\//, '/'],
      [/^(?:\/dir)?(\/\w+\/.+)_max_\d+x\d+(\.\w+)$/, '$1$2'],
    ],
  },
  {
    name: 'Tripadvisor',
    hosts: ['media-cdn.tripadvisor.com', 'dynamic-media-cdn.tripadvisor.com'],
    paths: [[/^\/media\/photo-(?!o\/)[a-z]\//, '/media/photo-o/']],
    drop: ['w', 'h', 's'],
  },
  {
    name: 'Yelp',
    hosts: [
      's3-media0.fl.yelpcdn.com',
      's3-media1.fl.yelpcdn.com',
      's3-media2.fl.yelpcdn.com',
      's3-media3.fl.yelpcdn.com',
      's3-media4.fl.yelpcdn.com',
    ],
    paths: [[/^(\/(?:bphoto|photo)\/[\w-]+)\/(?!o\.)\w+(\.\w+)$/, '$1/o$2']],
  },
  { name: 'Expedia', hosts: ['images.trvl-media.com', 'mediaim.expedia.com'], drop: 'all' },
  {
    name: 'Agoda',
    hosts: [
      'pix1.agoda.net',
      'pix2.agoda.net',
      'pix3.agoda.net',
      'pix4.agoda.net',
      'pix5.agoda.net',
      'pix6.agoda.net',
      'pix7.agoda.net',
      'pix8.agoda.net',
      'pix10.agoda.net',
    ],
    drop: ['s', 'ce', 'ar'],
  },
  {
    name: 'Trip.com',
    hosts: ['ak-d.tripcdn.com', 'dimg04.c-ctrip.com', 'dimg.tripcdn.com'],
    paths: [
      [
        /^(\/images\/\w+?)_(?:[RWCD]_\d+_\d+(?:_[RQ]\d+)?|Q\d+)(?:_\w+)*(\.\w+)(?:_\.webp)?$/,
        '$1$2',
      ],
    ],
  },
  {
    name: 'AutoScout24',
    hosts: ['prod.pictures.autoscout24.net'],
    paths: [[/^(\/listing-images\/.+\.jpg)\/\d+x\d+\.\w+$/, '$1']],
  },
  {
    name: 'Allrecipes',
    hosts: [
      'www.allrecipes.com',
      'www.thespruceeats.com',
      'www.seriouseats.com',
      'www.simplyrecipes.com',
      'www.verywellhealth.com',
      'www.investopedia.com',
      'www.thoughtco.com',
      'people.com',
      'www.foodandwine.com',
    ],
    leavesAlone: true,
  },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';

export const TRAVEL_EXAMPLES: readonly Example[] = [
  {
    rule: 'Airbnb',
    url: 'https://a0.muscache.com/im/pictures/abc.jpg?im_w=480',
    larger: ['https://a0.muscache.com/im/pictures/abc.jpg'],
    other: 'https://a0.muscache.com/im/pictures/abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Booking',
    url: 'https://cf.bstatic.com/xdata/images/hotel/square240/1.webp?k=abc&o=',
    larger: ['https://cf.bstatic.com/xdata/images/hotel/max3000/1.webp?k=abc&o='],
    other: 'https://cf.bstatic.com/xdata/images/hotel/max3000/1.webp?k=abc&o=',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Zillow',
    url: 'https://photos.zillowstatic.com/fp/abcdef0123456789-p_e.jpg',
    larger: [
      'https://photos.zillowstatic.com/fp/abcdef0123456789-uncropped_scaled_within_1536_1152.jpg',
    ],
    other:
      'https://photos.zillowstatic.com/fp/abcdef0123456789-uncropped_scaled_within_1536_1152.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Redfin',
    url: 'https://ssl.cdn-redfin.com/photo/1/mbpaddedwide/123/genMid.4567_8.jpg',
    larger: ['https://ssl.cdn-redfin.com/photo/1/bigphoto/123/4567_8.jpg'],
    other: 'https://ssl.cdn-redfin.com/photo/1/bigphoto/123/4567_8.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Realtor',
    url: 'https://ap.rdcpix.com/abcdef0123l-m123s.jpg',
    larger: ['https://ap.rdcpix.com/abcdef0123l-m123od.jpg'],
    other: 'https://ap.rdcpix.com/abcdef0123l-m123od.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Rightmove',
    url: 'https://media.rightmove.co.uk/dir/crop/10:9-16:9/1k/123/1_IMG_00_0000.jpeg',
    larger: ['https://media.rightmove.co.uk/1k/123/1_IMG_00_0000.jpeg'],
    other: 'https://media.rightmove.co.uk/1k/123/1_IMG_00_0000.jpeg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Tripadvisor',
    url: 'https://media-cdn.tripadvisor.com/media/photo-l/01/02/03/04/cat.jpg',
    larger: ['https://media-cdn.tripadvisor.com/media/photo-o/01/02/03/04/cat.jpg'],
    other: 'https://media-cdn.tripadvisor.com/media/photo-o/01/02/03/04/cat.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Yelp',
    url: 'https://s3-media0.fl.yelpcdn.com/bphoto/AbC/348s.jpg',
    larger: ['https://s3-media0.fl.yelpcdn.com/bphoto/AbC/o.jpg'],
    other: 'https://s3-media0.fl.yelpcdn.com/bphoto/AbC/o.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Expedia',
    url: 'https://images.trvl-media.com/lodging/1/a.jpg?impolicy=resizecrop&rw=455&ra=fit',
    larger: ['https://images.trvl-media.com/lodging/1/a.jpg'],
    other: 'https://images.trvl-media.com/lodging/1/a.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Agoda',
    url: 'https://pix8.agoda.net/hotelImages/1/0/a.jpg?ce=0&ar=16x9',
    larger: ['https://pix8.agoda.net/hotelImages/1/0/a.jpg'],
    other: 'https://pix8.agoda.net/hotelImages/1/0/a.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Trip.com',
    url: 'https://ak-d.tripcdn.com/images/0206abc_R_960_660_R5_D.jpg_.webp',
    larger: ['https://ak-d.tripcdn.com/images/0206abc.jpg'],
    other: 'https://ak-d.tripcdn.com/images/0206abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'AutoScout24',
    url: 'https://prod.pictures.autoscout24.net/listing-images/abc.jpg/250x188.webp',
    larger: ['https://prod.pictures.autoscout24.net/listing-images/abc.jpg'],
    other: 'https://prod.pictures.autoscout24.net/listing-images/abc.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'Allrecipes',
    url: 'https://www.allrecipes.com/thmb/AbC=/750x0/filters:no_upscale():max_bytes(150000)/1.jpg',
    larger: [],
    other: 'https://www.allrecipes.com/img/1.jpg',
    source: MAXURL,
    date: DATE,
  },
];
