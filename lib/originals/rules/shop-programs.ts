import type { Example, Rule } from './rule';

/** Programs that many shops use. */
export const SHOP_PROGRAMS: readonly Rule[] = [
  {
    name: 'Shopify',
    hosts: ['cdn.shopify.com'],
    paths: [
      [
        /_(?:\d+x\d*|x\d+|pico|icon|thumb|small|compact|medium|large|grande)(?:_crop_\w+)?(?:@\dx)?(\.\w{3,4})$/,
        '$1',
      ],
    ],
  },
  { name: 'Shopify parameters', hosts: ['cdn.shopify.com'], drop: ['width', 'height', 'crop'] },
  {
    name: 'Shopify on its own domain',
    paths: [
      [
        /^(\/cdn\/shop\/.+)_(?:\d+x\d*|x\d+|small|medium|large|grande)(?:_crop_\w+)?(?:@\dx)?(\.\w{3,4})$/,
        '$1$2',
      ],
    ],
  },
  { name: 'Adobe Scene7', hosts: ['*.scene7.com'], drop: ['wid', 'hei', 'qlt', 'fmt', 'fit'] },
  {
    name: 'Magento cache',
    paths: [[/^(\/(?:[^/]+\/)*?media\/catalog\/product)\/cache\/[\da-f]{32}\/(.+)$/, '$1/$2']],
  },
  {
    name: 'Magento 1 cache',
    paths: [
      [
        /^(\/(?:[^/]+\/)*?media\/catalog\/product)\/cache\/\d+\/[a-z_]+\/(?:\d*x\d*\/)?[\da-f]{32}\/(.+)$/,
        '$1/$2',
      ],
    ],
  },
  {
    name: 'PrestaShop',
    paths: [
      [/^(\/(?:[^/]+\/)?\d+)-(?:home|small|medium|cart|large)_default(\/[^/]+\.jpg)$/, '$1$2'],
    ],
  },
  {
    name: 'BigCommerce',
    hosts: ['*.bigcommerce.com'],
    paths: [[/\/images\/stencil\/[^/]+\//, '/images/stencil/original/']],
  },
];

const DATE = '2026-11';
const MAXURL = 'https://github.com/qsniyg/maxurl';

export const SHOP_PROGRAM_EXAMPLES: readonly Example[] = [
  {
    rule: 'Shopify',
    url: 'https://cdn.shopify.com/s/files/1/2/products/mug_300x300.jpg?v=15',
    larger: ['https://cdn.shopify.com/s/files/1/2/products/mug.jpg?v=15'],
    other: 'https://cdn.shopify.com/s/files/1/2/products/mug_blue.jpg?v=15',
    source: 'https://shopify.dev/docs/api/liquid/filters/img_url',
    date: DATE,
  },
  {
    rule: 'Shopify parameters',
    url: 'https://cdn.shopify.com/s/files/1/2/files/mug.jpg?v=15&width=360',
    larger: ['https://cdn.shopify.com/s/files/1/2/files/mug.jpg?v=15'],
    other: 'https://cdn.shopify.com/s/files/1/2/files/mug.jpg?v=15',
    source: 'https://shopify.dev/docs/api/liquid/filters/image_url',
    date: DATE,
  },
  {
    rule: 'Shopify on its own domain',
    url: 'https://mugs.example/cdn/shop/products/mug_600x.jpg?v=15',
    larger: ['https://mugs.example/cdn/shop/products/mug.jpg?v=15'],
    other: 'https://mugs.example/cdn/shop/products/mug.jpg?v=15',
    source: 'https://shopify.dev/docs/api/liquid/filters/img_url',
    date: DATE,
  },
  {
    rule: 'Adobe Scene7',
    url: 'https://s7d1.scene7.com/is/image/Shop/mug?wid=300',
    larger: ['https://s7d1.scene7.com/is/image/Shop/mug'],
    other: 'https://s7d1.scene7.com/is/image/Shop/mug',
    source: 'https://experienceleague.adobe.com/en/docs/dynamic-media-developer-resources',
    date: DATE,
  },
  {
    rule: 'Magento cache',
    url: 'https://shop.example/media/catalog/product/cache/0123456789abcdef0123456789abcdef/m/u/mug.jpg',
    larger: ['https://shop.example/media/catalog/product/m/u/mug.jpg'],
    other: 'https://shop.example/media/catalog/product/m/u/mug.jpg',
    source: 'https://developer.adobe.com/commerce/frontend-core/guide/themes/product-images/',
    date: DATE,
  },
  {
    rule: 'Magento 1 cache',
    url: 'https://shop.example/media/catalog/product/cache/1/image/300x300/0123456789abcdef0123456789abcdef/m/u/mug.jpg',
    larger: ['https://shop.example/media/catalog/product/m/u/mug.jpg'],
    other: 'https://shop.example/media/catalog/category/mug.jpg',
    source: MAXURL,
    date: DATE,
  },
  {
    rule: 'PrestaShop',
    url: 'https://shop.example/123-home_default/mug.jpg',
    larger: ['https://shop.example/123/mug.jpg'],
    other: 'https://shop.example/123/mug.jpg',
    source: 'https://devdocs.prestashop-project.org/8/themes/reference/images/',
    date: DATE,
  },
  {
    rule: 'BigCommerce',
    url: 'https://cdn11.bigcommerce.com/s-abc/images/stencil/500x659/products/1/2/mug.jpg?c=2',
    larger: [
      'https://cdn11.bigcommerce.com/s-abc/images/stencil/original/products/1/2/mug.jpg?c=2',
    ],
    other: 'https://cdn11.bigcommerce.com/s-abc/product_images/mug.jpg',
    source: 'https://developer.bigcommerce.com/docs/storefront/stencil/themes/context/image-sizes',
    date: DATE,
  },
];
