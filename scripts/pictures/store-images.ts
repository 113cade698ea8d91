import { mkdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import type { Stories, View } from './stories';

/** A picture for a store: the product, and one sentence about it. */
interface Scene {
  file: string;
  story: string;
  /** Size of the page, CSS px. */
  size: NonNullable<View['size']>;
  colorScheme: 'light' | 'dark';
  /** Tall pages go beside their sentence, wide ones below it. */
  layout: 'beside' | 'below';
  words: Record<'en' | 'zh-CN', readonly [title: string, text: string]>;
}

const SCENES: readonly Scene[] = [
  {
    file: '1-history',
    story: 'showcase',
    size: { width: 400, height: 600 },
    colorScheme: 'light',
    layout: 'beside',
    words: {
      en: [
        'Right-click any image. Get it in 2K or 4K.',
        'Your own account at Jimeng or Dreamina does the work. The larger image is ready to save here.',
      ],
      'zh-CN': [
        '右键任意图片，放大到 2K 或 4K',
        '由你自己的即梦或 Dreamina 账号完成，放大后的图片留在这里，随时保存。',
      ],
    },
  },
  {
    file: '2-compare',
    story: 'compare-showcase',
    size: { width: 1120, height: 640 },
    colorScheme: 'light',
    layout: 'below',
    words: {
      en: ['Before and after, pixel by pixel', 'With a check that it is still the same image.'],
      'zh-CN': ['逐像素对比放大前后', '并检查它是否还是同一张图片。'],
    },
  },
  {
    file: '3-panel',
    story: 'panel-showcase',
    size: { width: 380, height: 640 },
    colorScheme: 'dark',
    layout: 'beside',
    words: {
      en: [
        'Keep it beside the page',
        'The side panel stays open while you click around. Close it, close the browser: nothing is lost.',
      ],
      'zh-CN': ['放在网页旁边', '侧边栏一直打开。关掉它、关掉浏览器，什么都不会丢。'],
    },
  },
  {
    file: '4-privacy',
    story: 'welcome-what',
    size: { width: 600, height: 800 },
    colorScheme: 'light',
    layout: 'beside',
    words: {
      en: [
        'See what leaves your computer',
        'Only the images you choose, and only after you agree.',
      ],
      'zh-CN': ['说清楚哪些内容会离开你的电脑', '只有你选择的图片，而且先征得你的同意。'],
    },
  },
  {
    file: '5-settings',
    story: 'options',
    size: { width: 600, height: 800 },
    colorScheme: 'dark',
    layout: 'beside',
    words: {
      en: ['Size and upscaler as you like', 'File names, formats and access to sites as well.'],
      'zh-CN': ['尺寸和放大方式，由你决定', '文件名、格式和网站访问权限也一样。'],
    },
  },
];

/** Text of the small tile. At half its size it has room for a name only. */
const TILE: Record<'en' | 'zh-CN', readonly [title: string, text: string]> = {
  en: ['Upscale with Dreamina', 'Any image, in 2K or 4K. Unofficial.'],
  'zh-CN': ['即梦高清放大', '任意图片，2K 或 4K。非官方。'],
};

/** The font of `system-ui` on most machines. The fallbacks of a bare Linux are wide and plain. */
const FONT =
  // Its apostrophe is as wide as a Chinese quotation mark.
  '@font-face{font-family:Apostrophe;src:local("DejaVu Sans");unicode-range:U+2019}' +
  ':root{font-family:Apostrophe,"Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif}';

const JPEG = { quality: 88, chromaSubsampling: '4:4:4' } as const;

/**
 * Renders the images of the stores (1280 x 800 and 440 x 280) and of the README from stories.
 * @param root folder of the project
 * @returns the paths written, below `root`
 */
export async function composeStoreImages(stories: Stories, root: string): Promise<string[]> {
  const store = join(root, 'docs/store/images');
  mkdirSync(store, { recursive: true });
  const shooting = await stories.newPage({ deviceScaleFactor: 2 });
  const poster = await stories.newPage();
  const mark = readFileSync(join(root, 'public/icon/icon.svg'), 'utf8');
  const paths: string[] = [];
  const write = async (path: string, image: Buffer) => {
    await writeFile(path, image);
    paths.push(relative(root, path));
  };

  for (const language of ['en', 'zh-CN'] as const) {
    for (const scene of SCENES) {
      const shot = await shoot(stories, shooting, scene.story, { ...scene, language });
      await poster.setViewportSize({ width: 1280, height: 800 });
      await poster.setContent(posterOf(scene, language, shot, mark));
      const image = await sharp(await poster.screenshot())
        .jpeg(JPEG)
        .toBuffer();
      await write(join(store, `${scene.file}.${language}.jpg`), image);
    }
    await poster.setViewportSize({ width: 440, height: 280 });
    await poster.setContent(tileOf(language, mark));
    const tile = await sharp(await poster.screenshot())
      .jpeg(JPEG)
      .toBuffer();
    await write(join(store, `tile-440x280.${language}.jpg`), tile);
  }

  const readme = join(root, 'docs/images');
  const popup = { size: { width: 400, height: 640 }, isWhole: true } as const;
  const pair = [
    await shoot(stories, shooting, 'mixed', { ...popup, colorScheme: 'light' }),
    await shoot(stories, shooting, 'mixed', { ...popup, colorScheme: 'dark' }),
  ];
  await write(join(readme, 'popup.png'), await sideBySide(pair));
  const compare = await shoot(stories, shooting, 'compare-showcase', {
    size: { width: 1120, height: 664 },
    colorScheme: 'light',
  });
  await write(join(readme, 'compare.jpg'), await sharp(compare).resize(1120).jpeg(JPEG).toBuffer());
  await Promise.all([shooting.close(), poster.close()]);
  return paths;
}

/** A story as PNG, at twice its size. */
async function shoot(stories: Stories, page: Page, story: string, view: View): Promise<Buffer> {
  await stories.show(page, story, view);
  await page.addStyleTag({ content: FONT });
  await page.waitForTimeout(200);
  return page.screenshot({ fullPage: view.isWhole === true });
}

function pageOf(style: string, body: string): string {
  return `<!doctype html><style>
    * { box-sizing: border-box; margin: 0 }
    ${FONT}
    body {
      inline-size: 100vw; block-size: 100vh; overflow: hidden; color: #fff;
      background: radial-gradient(120% 120% at 100% 0, #2f9bff 0, transparent 55%),
        linear-gradient(135deg, #6a4cf0, #4636d4 60%, #2a3fc8);
    }
    h1 { font-weight: 700; letter-spacing: -0.02em; line-height: 1.15; text-wrap: balance }
    p { color: rgb(255 255 255 / 0.86); line-height: 1.45; text-wrap: pretty }
    svg { display: block; border-radius: 22% }
    ${style}</style>${body}`;
}

function posterOf(scene: Scene, language: 'en' | 'zh-CN', shot: Buffer, mark: string): string {
  const { layout, size, words } = scene;
  const [title, text] = words[language];
  const source = `data:image/png;base64,${shot.toString('base64')}`;
  const isBeside = layout === 'beside';
  const style = isBeside
    ? `body { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 72px; padding: 0 110px 0 96px }
       h1 { margin-block: 32px 20px; font-size: 52px } p { font-size: 24px } svg { inline-size: 72px }
       img { inline-size: ${Math.round((size.width * 700) / size.height)}px }`
    : `body { display: grid; justify-items: center; align-content: start; padding-block-start: 48px; text-align: center }
       h1 { font-size: 44px; margin-block-end: 10px } p { font-size: 23px; margin-block-end: 32px } svg { display: none }
       img { inline-size: 1088px }`;
  return pageOf(
    `${style} img { display: block; border-radius: 14px; box-shadow: 0 24px 70px rgb(10 8 60 / 0.45) }`,
    `<div>${mark}<h1>${title}</h1><p>${text}</p></div><img src="${source}">`,
  );
}

function tileOf(language: 'en' | 'zh-CN', mark: string): string {
  const [title, text] = TILE[language];
  return pageOf(
    `body { display: grid; align-content: center; justify-items: center; text-align: center; padding: 24px }
     svg { inline-size: 84px; margin: 0 auto 20px; filter: drop-shadow(0 10px 24px rgb(10 8 60 / 0.5)) }
     h1 { font-size: 32px; margin-block-end: 8px } p { font-size: 18px }`,
    `<div>${mark}<h1>${title}</h1><p>${text}</p></div>`,
  );
}

/** Pictures beside each other on a coloured ground, with round corners. */
async function sideBySide(pictures: readonly Buffer[]): Promise<Buffer> {
  const GAP = 32;
  const parts = await Promise.all(
    pictures.map(async (picture) => {
      const { width, height } = await sharp(picture).metadata();
      const corners = `<svg width="${width}" height="${height}"><rect width="100%" height="100%" rx="28"/></svg>`;
      const mask = [{ input: Buffer.from(corners), blend: 'dest-in' as const }];
      return { input: await sharp(picture).composite(mask).png().toBuffer(), width, height };
    }),
  );
  const height = Math.max(...parts.map((part) => part.height)) + 2 * GAP;
  let left = GAP;
  const layers = parts.map(({ input, width }) => {
    const layer = { input, left, top: GAP };
    left += width + GAP;
    return layer;
  });
  return sharp({ create: { width: left, height, channels: 4, background: '#8d86d6' } })
    .composite(layers)
    .png({ palette: true, colours: 256 })
    .toBuffer();
}
