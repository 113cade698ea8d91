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
  unreadable: 'This browser cannot show the result. You can still save it.',
  noBefore: 'The original is no longer stored here, so only the result is shown.',
  goesOn: 'The result will appear here.',
  needsYou: 'Open the extension’s popup to continue.',
  divider: 'Divider between before and after',
  dividerAt: (share: string) => `${share} before`,
  /** The ways to compare. */
  modes: {
    slider: 'Slider',
    lens: 'Lens',
    side: 'Side by side',
    blink: 'Blink',
    difference: 'Fade',
  },
  lens: {
    title: 'Lens that shows before',
    at: (x: string, y: string) => `${x} from the left, ${y} from the top`,
  },
  blink: { swap: 'Swap', automatic: 'Automatic' },
  /** From before through the difference to after. */
  fade: { title: 'Fade from before to after', difference: 'Difference' },
  shift: {
    corrected: (px: string) => `Shifted by ${px} px; corrected here.`,
    uncorrected: (px: string) => `Shifted by ${px} px.`,
    correct: 'Correct the shift',
  },
  /** A part of the image that is shown alone. */
  part: {
    hint: 'Draw a rectangle, or move it with the arrow keys and resize it with Shift. Enter shows it, Escape cancels.',
    frame: (size: string) => `Section to show, ${size}`,
    shown: (size: string) => `Section of ${size} px at 100 %`,
    copy: 'Copy section',
    whole: 'Whole image',
  },
  /** Going through several images. */
  pairs: {
    title: 'Images to compare',
    previous: 'Previous image',
    next: 'Next image',
    place: (at: number, of: number) => `${at} of ${of}`,
    keep: 'Keep',
    isKept: 'Kept',
    discard: 'Discard',
    kept: plural({ one: '# kept', other: '# kept' }),
    discarded: plural({ one: '# discarded', other: '# discarded' }),
    left: 'On the left',
    right: 'On the right',
    original: 'Original',
  },
  view: {
    title: 'View',
    fit: 'Fit',
    actual: '1:1',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoom: (share: string) => `Zoom ${share}`,
    differences: 'Differences',
    pixels: 'Pixels',
    hold: 'Hold for original',
    part: 'Section',
    fullScreen: 'Full screen',
    onScreen: 'Size on screen, px',
  },
  keys: {
    title: 'Keyboard',
    hint: 'These work while the image or a control near it has focus. Scroll or pinch to zoom, drag to move.',
    modes: 'Slider, lens, side by side, blink, fade',
    hold: 'Original, while held',
    divider: 'Move the divider',
    dividerTo: 'Divider in the middle, right, left',
    automatic: 'Swap automatically',
    pan: 'Move the image',
    zoom: 'Zoom',
    fit: 'Whole image',
    steps: 'Zoom to 100, 200, 400, 800 %',
    differences: 'Show differences',
    pixels: 'Show pixels',
    correct: 'Correct the shift',
    part: 'Show one section',
    fullScreen: 'Full screen',
    pair: 'Previous, next image',
    keep: 'Keep',
    discard: 'Discard',
    undo: 'Undo',
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
