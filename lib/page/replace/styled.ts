import { cssLayers, splitTop } from '../find/css-value';

/** Properties by which a style sheet gives an element a picture that an inline style can replace. */
const STYLED = [
  'content',
  'background-image',
  'border-image-source',
  'mask-image',
  'list-style-image',
] as const;
export type StyledKind = (typeof STYLED)[number];

const PSEUDO = ['::before', '::after'] as const;
/** Most layers of one property that are looked at. */
const MAX_LAYERS = 16;

/** A layer of a computed value that shows a file. */
interface FileLayer {
  /** Its number among all layers of the value. */
  at: number;
  address: string;
}

export function isStyled(kind: string): kind is StyledKind {
  return (STYLED as readonly string[]).includes(kind);
}

/** The first property, or pseudo-element, by which a style sheet gives an element a picture. */
export function styledKindOf(element: Element): StyledKind | 'pseudo' | undefined {
  const style = getComputedStyle(element);
  const kind = STYLED.find((name) => hasFile(style.getPropertyValue(name)) && isShown(name, style));
  return kind ?? (addressesOfPseudo(element).length > 0 ? 'pseudo' : undefined);
}

/** Addresses of the pictures of the pseudo-elements, as the style sheet names them. */
export function addressesOfPseudo(element: Element): string[] {
  return PSEUDO.flatMap((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    // A pseudo-element without content is not shown.
    if (/^(?:none|normal)$/.test(style.content)) return [];
    const values = STYLED.filter((name) => isShown(name, style));
    return values.flatMap((name) =>
      filesOf(style.getPropertyValue(name)).map(({ address }) => address),
    );
  });
}

/** The computed value of a property. */
export function computedValue(element: Element, kind: StyledKind): string {
  return getComputedStyle(element).getPropertyValue(kind);
}

/** The layers of a computed value that show a file, the topmost first. */
export function filesOf(value: string): FileLayer[] {
  if (!hasFile(value)) return [];
  return layersOf(value)
    .slice(0, MAX_LAYERS)
    .flatMap((layer, at) => {
      const [address] = cssLayers(layer)[0] ?? [];
      return address ? [{ at, address }] : [];
    });
}

/** All layers of a computed value. */
export function layersOf(value: string): string[] {
  return splitTop(value);
}

function hasFile(value: string): boolean {
  return value !== 'none' && value !== 'normal' && /url\(|image-set\(/i.test(value);
}

/** `list-style-image` is inherited: it counts only where it is shown. */
function isShown(name: StyledKind, style: CSSStyleDeclaration): boolean {
  return name !== 'list-style-image' || style.display === 'list-item';
}
