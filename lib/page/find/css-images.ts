import type { How, Source } from './candidate';
import { cssLayers } from './css-value';
import { baseUri, boxOf } from './dom';
import type { Box } from './geometry';
import { lazyAddresses } from './lazy';
import { linkTarget } from './link-target';
import { imageUrl } from './urls';

const PROPERTIES: readonly (readonly [string, How])[] = [
  ['background-image', 'background'],
  ['border-image-source', 'border-image'],
  ['mask-image', 'mask'],
  ['-webkit-mask-image', 'mask'],
  ['-webkit-mask-box-image-source', 'mask'],
  ['list-style-image', 'list-style'],
  ['content', 'content'],
  ['cursor', 'cursor'],
];
const PSEUDO = ['', '::before', '::after', '::marker'] as const;

/** Images from the styles of an element and of its pseudo-elements. */
export function cssSources(element: Element): Source[] {
  const found: Source[] = [];
  const box = boxOf(element);
  for (const pseudo of PSEUDO) {
    const style = getComputedStyle(element, pseudo || null);
    // A pseudo-element without content is not shown, whatever its background.
    const content = style.getPropertyValue('content');
    if ((pseudo === '::before' || pseudo === '::after') && /^(?:none|normal)$/.test(content)) {
      continue;
    }
    for (const [property, how] of PROPERTIES) {
      if (!isShown(how, pseudo, style)) continue;
      const value = style.getPropertyValue(property);
      for (const layer of cssLayers(value)) {
        const source = layerSource(element, how, layer, found);
        if (!source) continue;
        const pseudoBox = pseudo === '' || how === 'content' ? undefined : boxIn(box, style);
        found.push(pseudoBox ? { ...source, box: pseudoBox } : source);
      }
    }
  }
  return found;
}

/** `list-style` and `cursor` are inherited: they count only where they are shown. */
function isShown(how: How, pseudo: string, style: CSSStyleDeclaration): boolean {
  if (how === 'list-style') return pseudo === '' && style.display === 'list-item';
  if (how === 'cursor') return pseudo === '';
  if (pseudo === '::marker') return how === 'content';
  return true;
}

function layerSource(
  element: Element,
  how: How,
  layer: string[],
  found: readonly Source[],
): Source | undefined {
  const base = baseUri(element);
  const [url, ...others] = layer.flatMap((address) => imageUrl(address, base) ?? []);
  if (!url || found.some((source) => source.url === url)) return undefined;
  const target = how === 'background' ? linkTarget(element) : undefined;
  const lazy = how === 'background' ? lazyAddresses(element) : [];
  const originals = [...(target ? [target] : []), ...lazy, ...others];
  return { how, element, url, width: 0, height: 0, originals };
}

/**
 * Box of a pseudo-element. The DOM reports only its size, so the box is exact if it fills its element, and
 * otherwise an estimate: the top left corner plus its offsets.
 */
function boxIn(box: Box, style: CSSStyleDeclaration): Box | undefined {
  const width = Number.parseFloat(style.width);
  const height = Number.parseFloat(style.height);
  if (!(width > 0 && height > 0)) return undefined;
  const left = Number.parseFloat(style.left);
  const top = Number.parseFloat(style.top);
  const isPlaced = style.position === 'absolute';
  return {
    x: box.x + (isPlaced && Number.isFinite(left) ? left : 0),
    y: box.y + (isPlaced && Number.isFinite(top) ? top : 0),
    width,
    height,
  };
}
