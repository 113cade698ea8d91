import SparkMD5 from 'spark-md5';
import { PLATFORM } from '../model/versions';

/** Input of a signature. */
export interface SignInput {
  /** Path of the URL without query, e.g. `/mweb/v1/aigc_draft/generate`. */
  path: string;
  appvr: string;
  /** Unix seconds; the same number goes into `Device-Time`. */
  seconds: number;
}

/**
 * The `Sign` header: lower-case hex MD5 over the last seven characters of the path, platform,
 * version and time (docs/PROTOCOL.md, section 2.1). Query and body are not part of it. The empty
 * field is the device id, which a browser does not have.
 */
export function sign({ path, appvr, seconds }: SignInput): string {
  return SparkMD5.hash(`9e2c|${path.slice(-7)}|${PLATFORM}|${appvr}|${seconds}||11ac`);
}
