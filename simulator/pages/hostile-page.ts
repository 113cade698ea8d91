import { document, figure } from './gallery-document';

/** A host of the service with a picture that needs the session. */
export const PRIVATE_SERVICE_HOST = 'pictures.jianying.com';
/** A device in the local network. */
export const LOCAL_HOST = 'router.local';

const on = (host: string) => `https://${host}/images/city.webp`;

/** A harmless picture of this page, and another address that it claims to have a larger version at. */
function lure(id: string, title: string, victim: string): string {
  const img = `<img id="${id}" src="/images/harbour.jpg?w=320" data-full="${victim}" data-original="${victim}" srcset="/images/harbour.jpg?w=320 1x, ${victim} 4x" alt="${title}">`;
  return figure(`<a href="${victim}">${img}</a>`, title, `<code>#${id}</code>`);
}

/**
 * A page that wants private pictures of its visitor: it shows a harmless one and names another, in
 * every way that the extension looks for larger versions.
 */
export function hostilePage(): string {
  const shown = (id: string, src: string) =>
    figure(`<img id="${id}" src="${src}" alt="${id}">`, id, `<code>#${id}</code>`);
  const lazy = (id: string, src: string) =>
    figure(
      `<img id="${id}" src="/images/pixel.png?for=${id}" data-src="${src}" alt="${id}">`,
      id,
      `<code>#${id}</code>`,
    );
  return document(
    'Harmless pictures',
    `<main class="grid">${[
      lure('names-service', 'Names the service', on(PRIVATE_SERVICE_HOST)),
      lure('names-members', 'Names the members', on('members.example')),
      lure('names-local', 'Names the router', on(LOCAL_HOST)),
      lazy('lazy-members', on('members.example')),
      lazy('lazy-local', on(LOCAL_HOST)),
      shown('shows-service', on(PRIVATE_SERVICE_HOST)),
      shown('shows-members', on('members.example')),
      shown('shows-moved', `https://moved.example/images/city.webp?to=local`),
    ].join('\n')}</main>`,
  );
}
