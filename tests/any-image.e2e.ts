import { describe } from 'vitest';
import { openChromium } from './any-image/chromium';
import { runTable } from './any-image/run';

describe('any image on any page, in Chromium', () => runTable('Chromium', openChromium));
