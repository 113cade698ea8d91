import { pluralIn } from '../plural';

const plural = pluralIn('en');

/** Messages of the compare page. */
export const compare = {
  title: (name: string) => `${name}: before and after`,
  /** Accessible name of the stage that shows both images. */
  stage: (name: string) => `Before and after of ${name}`,
  before: 'Before',
  after: 'After',
  gone: 'This image is no longer in the history.',
  noResult: 'The result is no longer stored here. Save downloads it again if {site} still has it.',
  unreadable: 'This browser cannot show the result. You can still save it.',
  noBefore: 'The original is no longer stored here, so only the result is shown.',
  goesOn: 'The result will appear here.',
  needsYou: 'Open the extension’s popup to continue.',
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
    title: 'Keyboard',
    hint: 'These work while the image has focus. Scroll or pinch to zoom, drag to move.',
    divider: 'Move the divider',
    pan: 'Move the image',
    zoom: 'Zoom',
    fit: 'Whole image',
    actual: 'Actual pixels',
    swap: 'Before only, after only, both',
    differences: 'Show differences',
    pixels: 'Show pixels',
  },
  facts: {
    title: 'Facts',
    grown: 'Enlarged',
    times: (factor: string) => `${factor} times as wide`,
    asked: 'Requested size',
    upscaler: 'Upscaler',
    credits: 'Cost',
    time: 'Time taken',
    from: 'Found on',
    image: 'Image address',
    changes: 'Changed before upload',
    converted: (format: string) => `converted to ${format}`,
    'turned-upright': 'rotated upright',
    colours: (name: string) => {
      if (name === '16 bit') return 'reduced from 16 to 8 bits per color';
      if (/PQ|HLG/.test(name)) return `HDR converted to standard range (${name})`;
      return name ? `colors converted from ${name} to sRGB` : 'colors converted to sRGB';
    },
    transparency: {
      kept: 'transparency restored afterwards',
      shape: 'one color only: upscaled by its shape',
      flattened: 'transparent parts filled with a color',
    },
    'first-frame': 'first frame only',
    'later-frame': 'one frame only, the first that is not blank',
    compressed: (format: string) => `compressed (${format})`,
    shrunk: (size: string) => `scaled down to ${size}`,
    rasterised: (size: string) => `rendered at ${size}`,
  },
  check: {
    title: 'Is it still the same image?',
    checking: 'Comparing…',
    faithful: 'Faithful. Scaled down to the original’s size, it looks the same.',
    differs: (share: string) =>
      `Differs in ${share} of the image. Check those places first, above all text and faces.`,
    unknown: 'The images could not be compared.',
    score: (structure: string, colour: string) =>
      `Structure ${structure}, colour difference ${colour}`,
    scoreHint:
      'Structure is SSIM at the original’s size. Colour difference is delta E; a difference below about 2 is hard to see.',
    showWhere: 'Show where',
  },
  again: {
    title: 'Upscale again',
    hint: 'Choose another size or upscaler. This result stays.',
    costs: plural({
      one: 'About # credit, as last time.',
      other: 'About # credits, as last time.',
    }),
    free: 'Free last time.',
    costUnknown: 'This may cost credits on {site}.',
    impossible: 'The original file is no longer stored. Choose it again in the popup.',
  },
  open: 'Open',
  honest: 'AI adds the detail and may invent it. {site} may add a watermark.',
};

/** Shape of these messages in every language. */
export type Compare = typeof compare;
