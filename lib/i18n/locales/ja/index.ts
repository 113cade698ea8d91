/** All messages of this language that pages show, by part. */
export { common } from './common';
export { compare } from './compare';
export { errors } from './errors';
export { options } from './options';
export { welcome } from './welcome';
