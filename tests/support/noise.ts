import sharp from 'sharp';

/** A PNG that is not blank. No two widths give the same picture. @param width px */
export async function noisePng(width: number): Promise<Buffer> {
  const height = 200;
  const background = { r: width % 256, g: 120, b: 200 };
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const grain = await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background } })
    .composite([{ input: grain, blend: 'overlay' }])
    .png()
    .toBuffer();
}
