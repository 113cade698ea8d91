import { pluralIn } from '@/lib/i18n/locales/plural';

const plural = pluralIn('en');

/** What the page says on which before and after are compared. */
export const compareEn = {
  title: (name: string) => `${name}: before and after`,
  /** Name of the stage on which both pictures lie. */
  stage: (name: string) => `Before and after of ${name}`,
  before: 'Before',
  after: 'After',
  gone: 'This picture is no longer in the history.',
  noResult: 'The result is no longer stored here. Save fetches it again if Jimeng still has it.',
  unreadable: 'This browser cannot show the result. It can still be saved.',
  noBefore: 'The original is no longer stored here, so only the result is shown.',
  goesOn: 'It appears here by itself.',
  needsYou: 'Open the extension’s popup to go on.',
  divider: 'Divider between before and after',
  dividerAt: (share: string) => `${share} before`,
  view: {
    title: 'View',
    fit: 'Fit',
    actual: '1:1',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoom: (share: string) => `Zoom ${share}`,
    differences: 'Differences',
    pixels: 'Pixels',
  },
  keys: {
    title: 'Keys',
    hint: 'While the picture has the keyboard. Wheel or two fingers zoom, dragging moves.',
    divider: 'Move the divider',
    pan: 'Move the picture',
    zoom: 'Zoom',
    fit: 'Whole picture',
    actual: 'One pixel is one pixel',
    swap: 'Only before, only after, both',
    differences: 'Show differences',
    pixels: 'Show pixels',
  },
  facts: {
    title: 'Facts',
    grown: 'Enlarged',
    times: (factor: string) => `${factor} times as wide`,
    asked: 'Size asked for',
    upscaler: 'Upscaler',
    credits: 'Cost',
    time: 'Time taken',
    from: 'Found on',
    image: 'Image address',
    changes: 'Changed before upload',
    converted: (format: string) => `written as ${format}`,
    'turned-upright': 'turned upright',
    'first-frame': 'first frame only',
    compressed: (format: string) => `compressed (${format})`,
    shrunk: (size: string) => `shrunk to ${size}`,
    rasterised: (size: string) => `drawn at ${size}`,
  },
  check: {
    title: 'Is it still the same picture?',
    checking: 'Comparing…',
    faithful: 'Faithful. Shrunk to the size of the original, it looks the same.',
    differs: (share: string) =>
      `Differs in ${share} of the picture. Look there first, above all at words and faces.`,
    unknown: 'Could not be compared.',
    score: (structure: string, colour: string) =>
      `Structure ${structure}, colour difference ${colour}`,
    scoreHint:
      'Structure is SSIM at the size of the original; colour difference is delta E, where about 2 is the least one sees.',
    showWhere: 'Show where',
  },
  again: {
    title: 'Upscale again',
    hint: 'With another size or upscaler. This result stays.',
    costs: plural({
      one: 'Costs about # credit, as last time.',
      other: 'Costs about # credits, as last time.',
    }),
    free: 'Cost nothing last time.',
    costUnknown: 'This may cost credits on Jimeng.',
    impossible: 'The original file is no longer stored. Choose it again in the popup.',
  },
  open: 'Open',
  honest: 'The detail is made by AI and may be invented. Jimeng may add a watermark.',
};
