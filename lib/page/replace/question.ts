import { isHtml } from '../find/dom';
import { imgSource } from '../find/img';
import { isAddress, type Question, shortQuestion } from './answers';
import type { Place } from './places';
import { smallCopy } from './small-copy';

/** Most further addresses of a picture. */
const MAX_OTHERS = 8;

/** A picture with all that may tell it: its other addresses, its size, its pixels where this page may read them. */
export function fullQuestion({ element, kind }: Place, address: string): Question {
  // A canvas is known by its small copy.
  if (kind === 'canvas') return { small: address };
  const small = kind === 'img' ? smallCopy(element) : undefined;
  const source = isHtml(element, 'img') ? imgSource(element)[0] : undefined;
  const isOf = source?.url === address;
  const others = (isOf ? source.originals : []).filter(isAddress).slice(0, MAX_OTHERS);
  const size = isOf && source.width > 0 && source.height > 0;
  return {
    ...shortQuestion(address),
    ...(others.length > 0 && { others }),
    ...(size && { size: { width: source.width, height: source.height } }),
    ...(small !== undefined && { small }),
  };
}
