import { ImageError } from './errors';

/** The origin of a picture, as written into its file. */
export interface Provenance {
  /** Address of the page it was found on; absent for files. */
  page?: string | undefined;
  /** When it was finished, Unix ms. */
  at: number;
  /** Name of the upscaler, such as "Super resolution". */
  upscaler: string;
  /** Such as "4K". */
  target: string;
}

/** Makes the new packet of a file from its existing one. */
export type MakePacket = (existing?: Uint8Array) => Uint8Array<ArrayBuffer>;

/** IPTC digital source type: a trained model added detail. */
const AI_EDITED =
  'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia';
const NAMESPACES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
].join(' ');
const END = '</rdf:RDF>';

/**
 * The provenance as an XMP packet, UTF-8.
 * @param existing the packet of the file; it stays, and its own properties win
 * @throws ImageError `image-broken` if that packet has no place for more properties
 */
export function xmpPacket(provenance: Provenance, existing?: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = existing ? added(existing, provenance) : fresh(provenance);
  return new TextEncoder().encode(text);
}

function fresh(provenance: Provenance): string {
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    description(properties(provenance).map(([, xml]) => xml)),
    END,
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}

function added(existing: Uint8Array, provenance: Provenance): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(existing);
  const end = text.lastIndexOf(END);
  if (end < 0) throw new ImageError('image-broken');
  const missing = properties(provenance).filter(([name]) => !text.includes(name));
  if (missing.length === 0) return text;
  return `${text.slice(0, end)}${description(missing.map(([, xml]) => xml))}\n${text.slice(end)}`;
}

function description(lines: readonly string[]): string {
  return [`<rdf:Description rdf:about="" ${NAMESPACES}>`, ...lines, '</rdf:Description>'].join(
    '\n',
  );
}

function properties({ page, at, upscaler, target }: Provenance): [name: string, xml: string][] {
  const what = `AI upscaled to ${target} with ${upscaler} by Jimeng (Dreamina). Detail may be invented.`;
  const source = page && publicAddress(page);
  const all: [string, string][] = [
    [
      'dc:description',
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(what)}</rdf:li></rdf:Alt></dc:description>`,
    ],
    ['xmp:CreatorTool', '<xmp:CreatorTool>Upscale with Dreamina</xmp:CreatorTool>'],
    ['xmp:MetadataDate', `<xmp:MetadataDate>${new Date(at).toISOString()}</xmp:MetadataDate>`],
    [
      'Iptc4xmpExt:DigitalSourceType',
      `<Iptc4xmpExt:DigitalSourceType>${AI_EDITED}</Iptc4xmpExt:DigitalSourceType>`,
    ],
  ];
  if (source) all.push(['dc:source', `<dc:source>${escaped(source)}</dc:source>`]);
  return all;
}

/**
 * The address without user, password, query and fragment, which may hold secrets: files are shared.
 * @returns undefined for anything but web pages
 */
function publicAddress(page: string): string | undefined {
  const url = URL.parse(page);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text for XML, without the characters that XML does not allow. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '');
}
