import type { WordsData } from '@/lib/page/ui/words';

/** For tests. */
export const TEST_WORDS: WordsData = {
  language: 'en',
  title: 'Which image?',
  hint: 'Click an image. Esc to cancel.',
  cancel: 'Cancel',
  size: '{width} × {height}',
  larger: 'Larger original available',
  unknownSize: 'Size unknown',
  kinds: {
    img: 'Image',
    picture: 'Image',
    lazy: 'Image not loaded yet',
    link: 'Linked image',
    background: 'Background',
    'border-image': 'Border',
    mask: 'Mask',
    'list-style': 'List marker',
    content: 'Image',
    cursor: 'Pointer',
    canvas: 'Canvas',
    video: 'Video frame',
    poster: 'Video poster',
    'svg-image': 'Image',
    svg: 'Drawing',
    input: 'Button image',
    object: 'Image',
    embed: 'Image',
    document: 'Image',
  },
};
