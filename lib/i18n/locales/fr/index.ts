import { common } from './common';
import { compare } from './compare';
import { errors } from './errors';
import { options } from './options';
import { picker } from './picker';
import { reader } from './reader';
import { welcome } from './welcome';

/** All messages of this language that pages show, by part; for tests, because pages load parts. */
export const messages = { common, compare, errors, options, picker, reader, welcome };
