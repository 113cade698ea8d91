/**
 * Starts the simulator on a local port: `npm run simulator -- --help`. This room, `command-line/`,
 * holds it and the TLS server.
 */
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { profileNamed } from '../profiles';
import { createSimulator } from '../simulator';
import { startServer } from './server';

const HELP = `Usage: npm run simulator -- [options]
  --port N                     port on 127.0.0.1 (default: any free one)
  --processing MS              how long a task takes (default 4000)
  --credits N                  gift credits of each account (default 100)
  --profile NAME               strict (default) or live-like: what the service does
  --page-delay MS              when the pages of the sites begin to sign (default 300)
  --refuse-super-resolution    end every super-resolution task with status 30
  --help                       this text`;

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    port: { type: 'string', default: '0' },
    processing: { type: 'string', default: '4000' },
    credits: { type: 'string', default: '100' },
    profile: { type: 'string', default: 'strict' },
    'page-delay': { type: 'string', default: '300' },
    'refuse-super-resolution': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const profile = profileNamed(values.profile);

if (values.help) {
  console.log(HELP);
} else if (!profile) {
  console.error(`There is no profile ${values.profile}.`);
  process.exitCode = 1;
} else {
  const simulator = createSimulator({
    profile,
    processingMs: Number(values.processing),
    credits: { gift: Number(values.credits) },
    pageDelayMs: Number(values['page-delay']),
    refuseSuperResolution: values['refuse-super-resolution'],
  });
  const clock = () => new Date().toISOString().slice(11, 23);
  const handle = async (request: Request): Promise<Response> => {
    const started = Date.now();
    const before = simulator.violations.length;
    const { hostname, pathname } = new URL(request.url);
    const line = `${request.method} ${hostname}${pathname}`;
    try {
      const response = await simulator.handle(request);
      console.log(`${clock()} ${response.status} ${line} ${Date.now() - started} ms`);
      return response;
    } finally {
      for (const violation of simulator.violations.slice(before)) console.log(`  ! ${violation}`);
    }
  };
  const { port } = await startServer({ handle }, { port: Number(values.port) });
  console.log(`Simulator on https://127.0.0.1:${port}
Start Chromium with
  --host-resolver-rules="MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1, EXCLUDE localhost"
  --ignore-certificate-errors
and open https://gallery.example/. Sign in at one site or at both:
  Jimeng         https://jimeng.jianying.com/ai-tool/home
  Dreamina, SG   https://dreamina.capcut.com/ai-tool/home
  Dreamina, US   https://dreamina.capcut.com/ai-tool/home?cluster=dreamina-us`);
}
