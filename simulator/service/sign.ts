import { createHash } from 'node:crypto';

/**
 * The `Sign` header of a mainland request (docs/PROTOCOL.md, section 2.1): MD5 of the
 * last seven characters of the path, the version and the time in seconds.
 */
export function signOf(pathname: string, appvr: string, deviceTime: string): string {
  return createHash('md5')
    .update(['9e2c', pathname.slice(-7), '7', appvr, deviceTime, '', '11ac'].join('|'))
    .digest('hex');
}
