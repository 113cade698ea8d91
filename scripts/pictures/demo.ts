/**
 * `npm run demo`: the built extension in a real Chromium on a gallery, signed in, against the simulator.
 * With a display, you click. Without one, or with `--auto`, the script clicks, and prints the saved files.
 * `--site dreamina` has the account there, in the cluster SG or, with `--cluster us`, US.
 */
import { mkdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import { CLUSTERS, SITE_NAMES } from '@/simulator/wire/clusters';
import { hasDisplay } from '../browsers/browser';
import { openStage, type Stage } from '../browsers/stage';
import { STAGE_SESSIONS } from '../browsers/stage-sessions';

const FOLDER = join(cwd(), '.demo');
const PICTURE = 'harbour';

async function auto(stage: Stage): Promise<void> {
  const popup = await stage.openPopup();
  const gallery = await stage.openGallery();
  await screenshot(gallery, 'gallery');
  console.log(`Right-clicking "${PICTURE}" and choosing Upscale with Dreamina > 2K ...`);
  await stage.upscale(gallery, `#${PICTURE}`, '2k');
  await popup.bringToFront();
  await popup.getByRole('progressbar').waitFor();
  await popup.waitForTimeout(1_500);
  await screenshot(popup, 'popup-upscaling');
  const save = popup.getByRole('button', { name: 'Save', exact: true });
  // Orders to Dreamina leave from its own page, which the person allows once.
  const through = popup.getByRole('button', { name: /^Continue through/ });
  await save.or(through).first().waitFor({ timeout: 60_000 });
  if (await through.isVisible()) {
    await screenshot(popup, 'popup-question');
    await through.click();
    await popup.getByRole('button', { name: 'Agree' }).click();
    await save.waitFor({ timeout: 90_000 });
  }
  await screenshot(popup, 'popup-done');
  await save.click();
  await popup.getByText('Saved', { exact: true }).waitFor();
  await screenshot(popup, 'popup-saved');

  const [file] = stage.savedFiles().slice(-1);
  if (!file) throw new Error('the browser saved nothing');
  const original = await PICTURES[PICTURE].make();
  const [{ width, height }, { size }] = await Promise.all([sharp(file).metadata(), stat(file)]);
  const likeness = await correlation(original, await sharp(file).toBuffer());
  const { width: before, height: high } = PICTURES[PICTURE];
  console.log(`Saved ${file}
  ${before} x ${high} px became ${width} x ${height} px, ${size} bytes; correlation with the original ${likeness.toFixed(4)}`);
}

async function byHand(stage: Stage): Promise<void> {
  await stage.openGallery();
  console.log(`Right-click a picture, choose "Upscale with Dreamina", then look at the extension's popup.
Saved pictures go to ${stage.downloads}. Close the window to end the demo.`);
  await new Promise((resolve) => stage.context.once('close', resolve));
}

async function screenshot(
  page: { screenshot(o: { path: string }): Promise<unknown> },
  name: string,
) {
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path });
  console.log(`Screenshot ${path}`);
}

const { values } = parseArgs({
  options: {
    auto: { type: 'boolean', default: false },
    site: { type: 'string', default: 'jimeng' },
    cluster: { type: 'string', default: 'sg' },
  },
});
const site = SITE_NAMES.find((name) => name === values.site);
const cluster = Object.values(CLUSTERS).find(({ id }) => id === `dreamina-${values.cluster}`);
if (!site || !cluster) throw new Error('Use --site jimeng or dreamina, and --cluster sg or us.');
const isAuto = values.auto || !hasDisplay();
mkdirSync(FOLDER, { recursive: true });
// Draw them in advance: the first time takes a second each.
await Promise.all(
  Object.values(PICTURES)
    .slice(0, 5)
    .map(({ make }) => make()),
);
const stage = await openStage({
  isVisible: !isAuto,
  downloads: join(FOLDER, 'saved'),
  site,
  simulator: {
    sessions: [STAGE_SESSIONS.jimeng, { session: STAGE_SESSIONS.dreamina, cluster: cluster.id }],
  },
});
try {
  await (isAuto ? auto(stage) : byHand(stage));
  for (const violation of stage.simulator.violations) console.log(`Protocol: ${violation}`);
  if (stage.simulator.violations.length > 0) process.exitCode = 1;
} finally {
  await stage.close();
}
