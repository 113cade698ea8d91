import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../browsers/browser';

/**
 * Bundles a module as one classic script for a page.
 * @param entry path of the module in this repository
 * @param name of the global that has its exports
 */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: { write: false, lib: { entry, formats: ['iife'], name } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('vite built nothing');
  return output.output[0].code;
}

/** Starts a headless Chromium. @throws if there is none */
export function launchForBench(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error('No Chromium found; run "tsx scripts/browsers/browser.ts ensure".');
  }
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

/** Opens a page that functions of ours can run in. @param height CSS px */
export async function openBenchPage(browser: Browser, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height } });
  // tsx names functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (func) => func');
  return page;
}
