import type { Given, LeftOut } from './given';

export interface GroupedDeps {
  uuid(): string;
  /** Unix ms. */
  now(): number;
}

/**
 * Marks the images of a folder, of an archive, and of a list of addresses as a batch each. One that is alone in its
 * group, and files that were handed in without a folder, stay as they are.
 */
export async function* grouped(
  offered: AsyncIterable<Given | LeftOut>,
  { uuid, now }: GroupedDeps,
): AsyncGenerator<Given | LeftOut> {
  /** The first of a group, until it is known whether there are more. */
  let first: { image: Given; name: string; key: string } | undefined;
  let current: { key: string; batch: NonNullable<Given['batch']> } | undefined;
  for await (const each of offered) {
    if (each.kind === 'left-out' || each.kind === 'refused') {
      yield each;
      continue;
    }
    const group = groupOf(each);
    if (current && current.key !== group?.key) current = undefined;
    if (first && first.key === group?.key) {
      const { image, name, key } = first;
      current = { key, batch: { id: uuid(), name, at: now() } };
      first = undefined;
      yield { ...image, batch: current.batch };
    }
    if (current) yield { ...each, batch: current.batch };
    else {
      if (first) yield first.image;
      first = group && { image: each, ...group };
      if (!first) yield each;
    }
  }
  if (first) yield first.image;
}

/** What an image was handed in with. */
function groupOf(image: Given): { key: string; name: string } | undefined {
  if (image.kind === 'address') return { key: 'addresses', name: new URL(image.url).hostname };
  const { archive, path } = image;
  const place = archive ?? path;
  if (place === undefined) return undefined;
  const name = place.split('/')[0] ?? place;
  // A folder may have the name of an archive beside it.
  return { key: `${archive === name ? 'archive' : 'folder'}/${name}`, name };
}
