const IMAGE_NAME =
  /\.(?:jpe?g|jfif|jpe|png|apng|webp|gif|avif|bmp|dib|ico|svgz?|hei[cf]|jxl|tiff?)$/i;
const ARCHIVE_NAME = /\.(?:zip|cbz)$/i;
/** What systems put beside a person's files. */
const SYSTEM_NAME = /^(?:\..*|__MACOSX|thumbs\.db|desktop\.ini|\$recycle\.bin|@eadir)$/i;

/** Whether a name is that of an image. The bytes are checked later. */
export function isImageName(name: string): boolean {
  return IMAGE_NAME.test(name);
}

/**
 * Whether a file may be an image. A file with neither type nor extension counts: some systems do not know WebP or
 * AVIF, and a pasted image may have no name.
 */
export function isImageFile({ name, type }: Pick<File, 'name' | 'type'>): boolean {
  if (type !== '') return type.startsWith('image/') || isImageName(name);
  return isImageName(name) || !/\.[^.]+$/.test(name);
}

export function isArchiveName(name: string): boolean {
  return ARCHIVE_NAME.test(name);
}

/** Whether any part of a path is hidden, or belongs to the system. Nobody wants these, so they are not counted. */
export function isSystemPath(path: string): boolean {
  return path.split('/').some((part) => SYSTEM_NAME.test(part));
}
